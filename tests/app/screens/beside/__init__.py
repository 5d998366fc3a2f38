"""The windows beside the leader, and several of them on one case."""
