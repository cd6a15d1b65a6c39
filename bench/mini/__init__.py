"""The mini policy: 34 rules, 33 facts, 5 tiers. Written by hand in Python here, as a pack in `bench/packs/mini`."""
