"""The learner's page: the course, its schooling, the notes and the facts of one learner."""
