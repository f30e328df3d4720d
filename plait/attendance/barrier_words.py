"""What stands in the way, and whether something helped, in words for a family."""

from django.utils.translation import gettext_noop as later

BARRIERS = {
    "sensory": later("Noise, light, crowds or touch"),
    "anxiety": later("Worry or fear"),
    "bullying": later("Bullying"),
    "sleep": later("Sleep, pain or being worn out"),
    "transport": later("Getting there"),
    "other": later("Something else"),
}
HELPED = {
    "yes": (later("It helped"), "met"),
    "no": (later("It did not help"), "late"),
    "not_known": (later("Not said yet whether it helped"), "running"),
}
