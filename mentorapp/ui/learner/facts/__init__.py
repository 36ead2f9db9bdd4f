"""Oplysninger: what is known of a learner, edited where it stands."""
