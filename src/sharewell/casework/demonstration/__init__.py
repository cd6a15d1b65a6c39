"""A demonstration partnership: a plainly invented county, so that every page has something to show.

Everything in it is made through the use cases, in the order of its days, as practitioners would have done it. No name,
address or number is a real person's; telephone numbers are from the range kept free for drama.
"""
