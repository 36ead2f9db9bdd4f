"""Mentorapp: an offline-first desktop program for workplace mentors and IGU coordinators."""

__version__ = "0.1.0"
