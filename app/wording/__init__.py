"""What codes are called in words: refusals, rules, states, commands, agreements.

The layers below speak in codes; here, and only here, each code gets its sentence. Nothing is
imported by this file, so that a window takes only the tables it needs.
"""
