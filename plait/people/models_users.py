"""People who sign in, and the posts they hold over time."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from plait.people.models_organisations import Area, Organisation


class Role(models.TextChoices):
    """What a person does for children here; decides which kinds of information a tie opens."""

    CASEWORKER = "caseworker", "EHC caseworker"
    SEND_MANAGER = "send_manager", "SEND manager"
    SENCO = "senco", "SENCO"
    SETTING_STAFF = "setting_staff", "Setting staff"
    HEALTH_ADVISER = "health_adviser", "Health adviser"
    DCO = "dco", "Designated clinical officer"
    SOCIAL_CARE = "social_care", "Social care"
    DATA_OFFICER = "data_officer", "Data officer"
    ATTENDANCE_OFFICER = "attendance_officer", "Attendance officer"
    HOME_EDUCATION_OFFICER = "home_education_officer", "Home education officer"
    AREA_LEADER = "area_leader", "Area leader"
    INSPECTOR = "inspector", "Inspector"
    PARENT = "parent", "Parent or carer"
    YOUNG_PERSON = "young_person", "Young person"
    SUPPORTER = "supporter", "Advocate or adviser, with the family's leave"
    SYSTEM_ADMINISTRATOR = "system_administrator", "System administrator"
    PLAIT = "plait", "Plait's own nightly work"


class UserManager(BaseUserManager["User"]):
    """Makes people who sign in with an e-mail address."""

    def create_user(self, email: str, name: str, password: str | None = None, **more) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), name=name, **more)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, email: str) -> "User":
        return self.get(email=email.lower())


class User(AbstractBaseUser):
    """A person who signs in; what they may see comes from posts and ties, never from here."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(auto_now_add=True)
    persona = models.CharField(max_length=200, blank=True)  # only in the made-up area

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    is_staff = False
    is_superuser = False

    objects = UserManager()

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        return self.name


class Post(models.Model):
    """A post held in an area from one day to another; its ties end with it."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="posts")
    user = models.ForeignKey(User, models.PROTECT, related_name="posts")
    role = models.CharField(max_length=24, choices=Role)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="posts"
    )
    title = models.CharField(max_length=120, blank=True)
    team = models.CharField(max_length=60, blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    ended_why = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="post_ends_after_it_begins",
            )
        ]
        indexes = [models.Index(fields=["area", "role"]), models.Index(fields=["user"])]


class Source(models.Model):
    """The file, form or call a fact came from."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="sources")
    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    as_at = models.DateField(null=True, blank=True)  # the day up to which it can know
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    says = models.JSONField(default=dict, blank=True)  # a return's own header
