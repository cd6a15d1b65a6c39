"""The register's tables, as `tests.register.first_migration` writes them."""

import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Checkpoint",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("size", models.BigIntegerField()),
                ("note", models.TextField()),
                ("nodes", models.BinaryField()),
                ("last", models.BinaryField(max_length=32)),
                ("key", models.CharField(max_length=300)),
                ("at", models.DateTimeField()),
            ],
            options={
                "indexes": [models.Index(fields=["size"], name="register_ch_size_c83f36_idx")],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Job",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=60)),
                ("about", models.JSONField(default=dict)),
                ("once", models.CharField(max_length=120, unique=True)),
                ("run_at", models.DateTimeField()),
                ("lease_until", models.DateTimeField(null=True)),
                ("attempts", models.PositiveIntegerField(default=0)),
                ("done_at", models.DateTimeField(null=True)),
                ("failed", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "indexes": [models.Index(fields=["done_at", "run_at"], name="register_jo_done_at_2f0a7e_idx")],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="LedgerEntry",
            fields=[
                ("sequence", models.BigIntegerField(primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=60)),
                ("at", models.DateTimeField()),
                ("actor", models.CharField(max_length=64)),
                ("organisation", models.CharField(max_length=64)),
                ("subject", models.CharField(blank=True, max_length=64)),
                ("commitment", models.CharField(max_length=64)),
                ("previous", models.BinaryField(max_length=32)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["subject"], name="register_le_subject_6d1759_idx"),
                    models.Index(fields=["actor", "at"], name="register_le_actor_7aa520_idx"),
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="LedgerHead",
            fields=[
                ("id", models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ("size", models.BigIntegerField(default=0)),
                ("nodes", models.BinaryField(default=bytes)),
                ("previous", models.BinaryField(default=bytes)),
                ("latest", models.DateTimeField(null=True)),
            ],
            options={
                "constraints": [models.CheckConstraint(condition=models.Q(("id", 1)), name="ledger_has_one_head")],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Organisation",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=200)),
                (
                    "sector",
                    models.CharField(
                        choices=[
                            ("education", "Education"),
                            ("early-years", "Early years"),
                            ("social-care", "Children’s social care"),
                            ("youth-support", "Youth support"),
                            ("health", "Health"),
                            ("police", "Police"),
                            ("youth-justice", "Youth justice"),
                            ("housing", "Housing"),
                            ("voluntary", "Voluntary and community"),
                            ("court", "Court or Cafcass"),
                            ("other", "Another kind of organisation"),
                        ],
                        max_length=40,
                    ),
                ),
                ("joined_on", models.DateField(blank=True, null=True)),
                ("left_on", models.DateField(blank=True, null=True)),
                ("sensitive_since", models.DateField(blank=True, null=True)),
                ("registration_number", models.CharField(blank=True, default="", max_length=60)),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "ordering": ("name",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "sector__in",
                                [
                                    "education",
                                    "early-years",
                                    "social-care",
                                    "youth-support",
                                    "health",
                                    "police",
                                    "youth-justice",
                                    "housing",
                                    "voluntary",
                                    "court",
                                    "other",
                                ],
                            )
                        ),
                        name="organisation_sector_listed",
                        violation_error_code="sector",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Opening",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="opening",
                        serialize=False,
                        to="register.ledgerentry",
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.organisation",
                    ),
                ),
                ("table", models.CharField(max_length=80)),
                ("row", models.CharField(max_length=64)),
                ("salt", models.BinaryField(max_length=32)),
                ("content", models.TextField(blank=True)),
            ],
            options={
                "indexes": [models.Index(fields=["table", "row"], name="register_op_table_66d6b2_idx")],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Practitioner",
            fields=[
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("email", models.EmailField(max_length=254, unique=True)),
                ("name", models.CharField(max_length=200)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                ("password_set_at", models.DateTimeField(blank=True, null=True)),
                ("signed_out_at", models.DateTimeField(blank=True, null=True)),
                ("subject", models.CharField(blank=True, default="", max_length=255)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("subject", ""), _negated=True),
                        fields=("subject",),
                        name="practitioner_subject_once",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="ContactPoint",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contact_points",
                        to="register.organisation",
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("phone", "Telephone"),
                            ("email", "Email"),
                            ("secure-mail", "Secure email"),
                            ("post", "Post"),
                            ("portal", "Secure portal"),
                        ],
                        max_length=40,
                    ),
                ),
                ("label", models.CharField(max_length=120)),
                ("value", models.CharField(max_length=300)),
                ("verified_on", models.DateField(blank=True, null=True)),
                (
                    "verified_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.practitioner",
                    ),
                ),
                ("verified_against", models.CharField(blank=True, default="", max_length=300)),
                ("ended_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("channel__in", ["phone", "email", "secure-mail", "post", "portal"])),
                        name="contactpoint_channel_listed",
                        violation_error_code="channel",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("verified_by__isnull", True), ("verified_on__isnull", True)),
                            models.Q(("verified_by__isnull", False), ("verified_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="contactpoint_verified_together",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Denial",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                ("what", models.CharField(max_length=60)),
                ("sought", models.UUIDField(blank=True, null=True)),
                ("reason", models.CharField(max_length=60)),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Factor",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "practitioner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="factors", to="register.practitioner"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("totp", "Code from an app"), ("passkey", "Passkey"), ("recovery", "Recovery code")],
                        max_length=40,
                    ),
                ),
                ("label", models.CharField(max_length=80)),
                ("sealed", models.BinaryField()),
                ("credential", models.BinaryField(blank=True, null=True, unique=True)),
                ("counter", models.BigIntegerField(default=0)),
                ("added_at", models.DateTimeField()),
                ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                ("used_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["totp", "passkey", "recovery"])),
                        name="factor_kind_listed",
                        violation_error_code="kind",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "practitioner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitations",
                        to="register.practitioner",
                    ),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField()),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.practitioner",
                    ),
                ),
                ("until_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_at__isnull", True), ("until_at__gte", models.F("made_at")), _connector="OR"
                        ),
                        name="invitation_until_at_in_order",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("given_name", models.CharField(max_length=120)),
                ("family_name", models.CharField(max_length=120)),
                ("known_as", models.CharField(blank=True, default="", max_length=120)),
                ("born_on", models.DateField(blank=True, null=True)),
                (
                    "born_certainty",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("seen", "Seen on a document"),
                            ("told", "Told by the person or family"),
                            ("estimated", "Estimated"),
                        ],
                        default="",
                        max_length=40,
                    ),
                ),
                ("expected_on", models.DateField(blank=True, null=True)),
                ("died_on", models.DateField(blank=True, null=True)),
                ("pronouns", models.CharField(blank=True, default="", max_length=40)),
                ("language", models.CharField(blank=True, default="", max_length=80)),
                ("communication", models.TextField(blank=True, default="")),
                ("has_file", models.BooleanField(default=False)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["agency", "family_name", "given_name"], name="register_pe_agency__0cce4f_idx"),
                    models.Index(fields=["agency", "born_on"], name="register_pe_agency__20b1cd_idx"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("born_certainty__in", ["seen", "told", "estimated", ""])),
                        name="person_born_certainty_listed",
                        violation_error_code="born_certainty",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("died_on__isnull", True), ("died_on__gte", models.F("born_on")), _connector="OR"
                        ),
                        name="person_died_on_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Address",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="addresses", to="register.person"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("home", "Home"),
                            ("staying", "Staying for a while"),
                            ("school", "School or nursery"),
                            ("placement", "Placement"),
                            ("correspondence", "For letters"),
                        ],
                        max_length=40,
                    ),
                ),
                ("lines", models.TextField()),
                ("postcode", models.CharField(blank=True, default="", max_length=10)),
                ("source", models.CharField(max_length=200)),
                ("from_on", models.DateField(blank=True, null=True)),
                ("to_on", models.DateField(blank=True, null=True)),
                ("confirmed_on", models.DateField(blank=True, null=True)),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.practitioner",
                    ),
                ),
                ("confirmed_how", models.CharField(blank=True, default="", max_length=200)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["home", "staying", "school", "placement", "correspondence"])),
                        name="address_kind_listed",
                        violation_error_code="kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_on__isnull", True), ("to_on__gte", models.F("from_on")), _connector="OR"
                        ),
                        name="address_to_on_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("confirmed_by__isnull", True), ("confirmed_on__isnull", True)),
                            models.Q(("confirmed_by__isnull", False), ("confirmed_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="address_confirmed_together",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="BrokenGlass",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "practitioner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="glass_broken",
                        to="register.practitioner",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="glass_broken", to="register.person"
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("child-at-risk", "A child may come to harm if I do not look now"),
                            ("out-of-hours", "The practitioner who works with them cannot be reached"),
                            ("child-present", "The child or family is with me now"),
                            ("court-or-police", "A court or the police need an answer now"),
                        ],
                        max_length=40,
                    ),
                ),
                ("words", models.TextField(blank=True, default="")),
                ("from_at", models.DateTimeField()),
                ("until_at", models.DateTimeField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["practitioner", "child", "until_at"], name="register_br_practit_7d4c3e_idx")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reason__in", ["child-at-risk", "out-of-hours", "child-present", "court-or-police"])
                        ),
                        name="brokenglass_reason_listed",
                        violation_error_code="reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_at__isnull", True), ("until_at__gte", models.F("from_at")), _connector="OR"
                        ),
                        name="brokenglass_until_at_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True), name="glass_reason_in_words"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CourtOrder",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="court_orders", to="register.person"
                    ),
                ),
                (
                    "against",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bound_by",
                        to="register.person",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("prohibited-steps", "Prohibited steps order"),
                            ("specific-issue", "Specific issue order"),
                            ("child-arrangements", "Child arrangements order"),
                            ("non-molestation", "Non-molestation order"),
                            ("restraining", "Restraining order"),
                            ("domestic-abuse-protection", "Domestic abuse protection order"),
                            ("no-contact", "Order that there be no contact"),
                            ("disclosure-ban", "Order that something must not be disclosed"),
                            ("pr-removed", "Parental responsibility removed or limited"),
                            ("wardship", "Wardship"),
                            ("adoption", "Adoption or placement order"),
                            ("other", "Another order"),
                        ],
                        max_length=40,
                    ),
                ),
                ("court", models.CharField(blank=True, default="", max_length=200)),
                ("reference", models.CharField(blank=True, default="", max_length=120)),
                ("says", models.TextField(blank=True, default="")),
                ("made_on", models.DateField()),
                ("expires_on", models.DateField(blank=True, null=True)),
                ("seen_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "prohibited-steps",
                                    "specific-issue",
                                    "child-arrangements",
                                    "non-molestation",
                                    "restraining",
                                    "domestic-abuse-protection",
                                    "no-contact",
                                    "disclosure-ban",
                                    "pr-removed",
                                    "wardship",
                                    "adoption",
                                    "other",
                                ],
                            )
                        ),
                        name="courtorder_kind_listed",
                        violation_error_code="kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("expires_on__isnull", True), ("expires_on__gte", models.F("made_on")), _connector="OR"
                        ),
                        name="courtorder_expires_on_in_order",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="CourtOrderEnd",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "order",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="end", to="register.courtorder"
                    ),
                ),
                ("ended_on", models.DateField()),
                ("reason", models.CharField(max_length=300)),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="FormerName",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="former_names", to="register.person"
                    ),
                ),
                ("given_name", models.CharField(max_length=120)),
                ("family_name", models.CharField(max_length=120)),
                ("until_on", models.DateField(blank=True, null=True)),
                ("note", models.CharField(blank=True, default="", max_length=200)),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="GlassReview",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "glass",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="review", to="register.brokenglass"
                    ),
                ),
                (
                    "finding",
                    models.CharField(
                        choices=[
                            ("justified", "It was right to look"),
                            ("relationship-missing", "Right to look; a relationship should have been there"),
                            ("not-justified", "It was not right to look"),
                        ],
                        max_length=40,
                    ),
                ),
                ("words", models.TextField(blank=True, default="")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("finding__in", ["justified", "relationship-missing", "not-justified"])),
                        name="glassreview_finding_listed",
                        violation_error_code="finding",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Hold",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="holds", to="register.person"
                    ),
                ),
                ("reason", models.CharField(max_length=300)),
                ("from_on", models.DateField()),
                ("to_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_on__isnull", True), ("to_on__gte", models.F("from_on")), _connector="OR"
                        ),
                        name="hold_to_on_in_order",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Identifier",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="identifiers", to="register.person"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("nhs", "NHS number"),
                            ("upn", "Unique pupil number (UPN)"),
                            ("uln", "Unique learner number (ULN)"),
                            ("local", "Our own number"),
                        ],
                        max_length=40,
                    ),
                ),
                ("value", models.CharField(max_length=40)),
                ("source", models.CharField(max_length=200)),
            ],
            options={
                "indexes": [models.Index(fields=["agency", "kind", "value"], name="register_id_agency__182cac_idx")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["nhs", "upn", "uln", "local"])),
                        name="identifier_kind_listed",
                        violation_error_code="kind",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="IdentifierEnd",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "identifier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="end", to="register.identifier"
                    ),
                ),
                ("reason", models.CharField(max_length=300)),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="IndexKey",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="register.organisation"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="index_keys", to="register.person"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("nhs", "NHS number"),
                            ("upn", "UPN"),
                            ("uln", "ULN"),
                            ("name-birth", "Name and date of birth"),
                            ("sound-birth", "How the name sounds, and date of birth"),
                            ("name-swapped", "Name, and day and month the other way round"),
                            ("name-year", "Name and year of birth"),
                        ],
                        max_length=40,
                    ),
                ),
                ("key", models.CharField(max_length=64)),
            ],
            options={
                "indexes": [models.Index(fields=["key", "kind"], name="register_in_key_96b1e2_idx")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                ["nhs", "upn", "uln", "name-birth", "sound-birth", "name-swapped", "name-year"],
                            )
                        ),
                        name="indexkey_kind_listed",
                        violation_error_code="kind",
                    ),
                    models.UniqueConstraint(fields=("person", "kind", "key"), name="index_key_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="InformationItem",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="items", to="register.person"
                    ),
                ),
                ("title", models.CharField(max_length=160)),
                ("text", models.TextField(blank=True, default="")),
                (
                    "mark",
                    models.CharField(
                        choices=[
                            ("fact", "Fact"),
                            ("observation", "Something seen or heard by the writer"),
                            ("opinion", "Professional opinion"),
                            ("allegation", "Allegation"),
                            ("hearsay", "Told by somebody who was not there"),
                        ],
                        max_length=40,
                    ),
                ),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("identity", "Who somebody is"),
                            ("whereabouts", "Where somebody lives or can be found"),
                            ("family", "Family and relationships"),
                            ("education", "Learning and school life"),
                            ("health", "Physical or mental health"),
                            ("sexual-health", "Sexual health or sex life"),
                            ("substance-use", "Drugs or alcohol"),
                            ("belief-or-origin", "Religion, belief, race or ethnic origin"),
                            ("offence", "Offences, allegations of offences, proceedings"),
                            ("care", "Care, protection and safety"),
                            ("money-housing", "Money or housing"),
                            ("other", "Something else"),
                        ],
                        max_length=40,
                    ),
                ),
                (
                    "source_person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items_told",
                        to="register.person",
                    ),
                ),
                ("source_words", models.CharField(blank=True, default="", max_length=300)),
                (
                    "source_organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.organisation",
                    ),
                ),
                ("happened_on", models.DateField(blank=True, null=True)),
                ("learned_on", models.DateField()),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("none", "Nothing was said about it"),
                            ("open", "Told openly, not in confidence"),
                            ("limited", "In confidence, with the limits explained"),
                            ("service", "Confidential within the service"),
                            ("promised", "Secrecy was promised without limits"),
                        ],
                        max_length=40,
                    ),
                ),
                ("offered_on", models.DateField(blank=True, null=True)),
                (
                    "protect_source",
                    models.CharField(choices=[("no", "No"), ("yes", "Yes")], default="no", max_length=10),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="register.informationitem",
                    ),
                ),
                ("replaced_because", models.CharField(blank=True, default="", max_length=300)),
            ],
            options={
                "indexes": [models.Index(fields=["child", "recorded_at"], name="register_in_child_i_e8bf43_idx")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("mark__in", ["fact", "observation", "opinion", "allegation", "hearsay"])),
                        name="informationitem_mark_listed",
                        violation_error_code="mark",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "category__in",
                                [
                                    "identity",
                                    "whereabouts",
                                    "family",
                                    "education",
                                    "health",
                                    "sexual-health",
                                    "substance-use",
                                    "belief-or-origin",
                                    "offence",
                                    "care",
                                    "money-housing",
                                    "other",
                                ],
                            )
                        ),
                        name="informationitem_category_listed",
                        violation_error_code="category",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("level__in", ["none", "open", "limited", "service", "promised"])),
                        name="informationitem_level_listed",
                        violation_error_code="level",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("replaces__isnull", True),
                            models.Q(("replaced_because", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="item_replaced_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("level__in", ("limited", "service", "promised")), _negated=True),
                            ("offered_on__isnull", False),
                            _connector="OR",
                        ),
                        name="item_confidence_says_when",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HeldFile",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="files", to="register.informationitem"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("media_type", models.CharField(max_length=100)),
                ("size", models.PositiveBigIntegerField()),
                ("digest", models.CharField(max_length=64)),
                (
                    "scan",
                    models.CharField(
                        choices=[
                            ("clean", "Scanned, nothing found"),
                            ("not-scanned", "Not scanned: no scanner is set up"),
                        ],
                        max_length=40,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("scan__in", ["clean", "not-scanned"])),
                        name="heldfile_scan_listed",
                        violation_error_code="scan",
                    ),
                    models.CheckConstraint(condition=models.Q(("size__gt", 0)), name="file_not_empty"),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="InformationRequest",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="information_requests",
                        to="register.person",
                    ),
                ),
                (
                    "direction",
                    models.CharField(
                        choices=[("theirs", "Somebody asks us"), ("ours", "We wish to tell somebody")], max_length=40
                    ),
                ),
                (
                    "trigger",
                    models.CharField(
                        choices=[
                            ("request", "A request was received"),
                            ("own-initiative", "Our own initiative"),
                            ("demand", "A demand under statute or by a court"),
                            ("emergency", "An emergency"),
                            ("transfer", "The child moves to another service or area"),
                        ],
                        max_length=40,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("one-off", "One-off"),
                            ("routine", "Routine, under an agreement"),
                            ("emergency", "Emergency"),
                        ],
                        max_length=40,
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.organisation",
                    ),
                ),
                ("organisation_words", models.CharField(blank=True, default="", max_length=200)),
                ("person_name", models.CharField(blank=True, default="", max_length=200)),
                ("person_position", models.CharField(blank=True, default="", max_length=200)),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="information_requests_by",
                        to="register.person",
                    ),
                ),
                ("why_they_need_it", models.TextField(blank=True, default="")),
                ("identity_checked_how", models.CharField(blank=True, default="", max_length=300)),
                ("identity_checked_at", models.DateTimeField(blank=True, null=True)),
                ("received_at", models.DateTimeField()),
                ("needed_by", models.DateTimeField(blank=True, null=True)),
                ("asked_for", models.TextField(blank=True, default="")),
                ("purpose", models.CharField(max_length=300)),
                (
                    "compatible",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("same", "The same purpose"),
                            ("compatible", "Compatible with it"),
                            ("informed", "Another purpose, and they were informed"),
                            ("consented", "Another purpose, and they consented"),
                            ("safeguarding", "Safeguarding a child, which the law treats as compatible"),
                            ("exception", "Another purpose, under an exception"),
                        ],
                        default="",
                        max_length=40,
                    ),
                ),
                ("compatible_words", models.TextField(blank=True, default="")),
                ("power_quoted", models.CharField(blank=True, default="", max_length=300)),
                ("duty_reference", models.CharField(blank=True, default="", max_length=300)),
                ("duty_deadline", models.DateTimeField(blank=True, null=True)),
                ("agreement_reference", models.CharField(blank=True, default="", max_length=200)),
                ("controllers", models.CharField(blank=True, default="", max_length=300)),
                (
                    "replaces",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="register.informationrequest",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["agency", "received_at"], name="register_in_agency__262418_idx"),
                    models.Index(fields=["child", "received_at"], name="register_in_child_i_cddcea_idx"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("direction__in", ["theirs", "ours"])),
                        name="informationrequest_direction_listed",
                        violation_error_code="direction",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("trigger__in", ["request", "own-initiative", "demand", "emergency", "transfer"])
                        ),
                        name="informationrequest_trigger_listed",
                        violation_error_code="trigger",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["one-off", "routine", "emergency"])),
                        name="informationrequest_kind_listed",
                        violation_error_code="kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "compatible__in",
                                ["same", "compatible", "informed", "consented", "safeguarding", "exception", ""],
                            )
                        ),
                        name="informationrequest_compatible_listed",
                        violation_error_code="compatible",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AdviceRequest",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="advice_asked",
                        to="register.informationrequest",
                    ),
                ),
                (
                    "rota",
                    models.CharField(
                        choices=[
                            ("safeguarding", "Designated safeguarding lead"),
                            ("caldicott", "Caldicott Guardian"),
                            ("data-protection", "Data protection officer"),
                            ("legal", "Legal adviser"),
                            ("manager", "Manager"),
                        ],
                        max_length=40,
                    ),
                ),
                ("question", models.TextField(blank=True, default="")),
                ("described", models.TextField(blank=True, default="")),
                (
                    "without_names",
                    models.CharField(choices=[("yes", "Without names"), ("no", "With names")], max_length=3),
                ),
                ("reply_by", models.DateTimeField()),
            ],
            options={
                "indexes": [models.Index(fields=["agency", "reply_by"], name="register_ad_agency__edba23_idx")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("rota__in", ["safeguarding", "caldicott", "data-protection", "legal", "manager"])
                        ),
                        name="advicerequest_rota_listed",
                        violation_error_code="rota",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("question", ""), _negated=True), name="advice_asks_something"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Advice",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "asked",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="register.advicerequest"
                    ),
                ),
                ("text", models.TextField(blank=True, default="")),
                ("position", models.CharField(max_length=160)),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="CapacityAssessment",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="capacity_assessments",
                        to="register.person",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="capacity",
                        to="register.informationrequest",
                    ),
                ),
                ("decision_about", models.CharField(max_length=300)),
                (
                    "impairment",
                    models.CharField(choices=[("yes", "Yes"), ("no", "No"), ("unsure", "Not sure")], max_length=40),
                ),
                ("impairment_words", models.TextField(blank=True, default="")),
                (
                    "understands",
                    models.CharField(choices=[("yes", "Yes"), ("no", "No"), ("unsure", "Not sure")], max_length=40),
                ),
                (
                    "retains",
                    models.CharField(choices=[("yes", "Yes"), ("no", "No"), ("unsure", "Not sure")], max_length=40),
                ),
                (
                    "weighs",
                    models.CharField(choices=[("yes", "Yes"), ("no", "No"), ("unsure", "Not sure")], max_length=40),
                ),
                (
                    "communicates",
                    models.CharField(choices=[("yes", "Yes"), ("no", "No"), ("unsure", "Not sure")], max_length=40),
                ),
                (
                    "because_of_impairment",
                    models.CharField(choices=[("yes", "Yes"), ("no", "No"), ("unsure", "Not sure")], max_length=40),
                ),
                ("help_given", models.TextField(blank=True, default="")),
                (
                    "may_regain",
                    models.CharField(choices=[("yes", "Yes"), ("no", "No"), ("unsure", "Not sure")], max_length=40),
                ),
                ("reasoning", models.TextField(blank=True, default="")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("has-capacity", "Has capacity for this decision"),
                            ("lacks-capacity", "Lacks capacity for this decision, now"),
                            ("not-settled", "Not settled: presume capacity, look again"),
                        ],
                        max_length=40,
                    ),
                ),
                ("consulted", models.TextField(blank=True, default="")),
                ("best_interests", models.TextField(blank=True, default="")),
                ("assessed_on", models.DateField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("outcome__in", ["has-capacity", "lacks-capacity", "not-settled"])),
                        name="capacityassessment_outcome_listed",
                        violation_error_code="outcome",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "lacks-capacity"), _negated=True),
                            models.Q(
                                ("because_of_impairment", "yes"),
                                ("impairment", "yes"),
                                models.Q(("best_interests", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="capacity_lacking_meets_both_stages",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "lacks-capacity"), _negated=True),
                            ("understands", "no"),
                            ("retains", "no"),
                            ("weighs", "no"),
                            ("communicates", "no"),
                            _connector="OR",
                        ),
                        name="capacity_lacking_is_unable",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("help_given", ""), _negated=True), name="capacity_says_help_given"
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="CompetenceAssessment",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="competence_assessments",
                        to="register.person",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="competence",
                        to="register.informationrequest",
                    ),
                ),
                ("decision_about", models.CharField(max_length=300)),
                (
                    "understands_what",
                    models.CharField(choices=[("yes", "Yes"), ("no", "No"), ("unsure", "Not sure")], max_length=40),
                ),
                (
                    "understands_who",
                    models.CharField(choices=[("yes", "Yes"), ("no", "No"), ("unsure", "Not sure")], max_length=40),
                ),
                (
                    "understands_consequences",
                    models.CharField(choices=[("yes", "Yes"), ("no", "No"), ("unsure", "Not sure")], max_length=40),
                ),
                (
                    "understands_choice",
                    models.CharField(choices=[("yes", "Yes"), ("no", "No"), ("unsure", "Not sure")], max_length=40),
                ),
                (
                    "weighs",
                    models.CharField(choices=[("yes", "Yes"), ("no", "No"), ("unsure", "Not sure")], max_length=40),
                ),
                (
                    "keeps_view",
                    models.CharField(choices=[("yes", "Yes"), ("no", "No"), ("unsure", "Not sure")], max_length=40),
                ),
                (
                    "under_pressure",
                    models.CharField(choices=[("yes", "Yes"), ("no", "No"), ("unsure", "Not sure")], max_length=40),
                ),
                ("reasoning", models.TextField(blank=True, default="")),
                ("help_given", models.TextField(blank=True, default="")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("competent", "Competent for this decision"),
                            ("not-competent", "Not competent for this decision"),
                            ("not-settled", "Not settled: look again"),
                        ],
                        max_length=40,
                    ),
                ),
                ("assessed_on", models.DateField()),
                ("place", models.CharField(blank=True, default="", max_length=200)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("outcome__in", ["competent", "not-competent", "not-settled"])),
                        name="competenceassessment_outcome_listed",
                        violation_error_code="outcome",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "competent"), _negated=True),
                            models.Q(("under_pressure", "yes"), _negated=True),
                            _connector="OR",
                        ),
                        name="competence_not_under_pressure",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "competent"), _negated=True),
                            models.Q(
                                ("keeps_view", "yes"),
                                ("under_pressure", "no"),
                                ("understands_choice", "yes"),
                                ("understands_consequences", "yes"),
                                ("understands_what", "yes"),
                                ("understands_who", "yes"),
                                ("weighs", "yes"),
                            ),
                            _connector="OR",
                        ),
                        name="competence_meets_the_test",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reasoning", ""), _negated=True), name="competence_says_why"
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Consent",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="consents", to="register.person"
                    ),
                ),
                (
                    "by_person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="consents_given", to="register.person"
                    ),
                ),
                (
                    "capacity",
                    models.CharField(
                        choices=[
                            ("child-competent", "The child, competent for this decision"),
                            ("child", "The child, who was not found able to decide this"),
                            ("young-person", "The young person of 16 or 17"),
                            ("parent", "Somebody with parental responsibility"),
                            ("council", "The council, with parental responsibility"),
                            ("adult-self", "An adult, about themselves"),
                            ("court", "A court"),
                            ("attorney", "Somebody with lawful authority for an adult"),
                        ],
                        max_length=40,
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("given", "Agreed"),
                            ("partial", "Agreed to part"),
                            ("refused", "Refused"),
                            ("no-answer", "Asked; no answer yet"),
                        ],
                        max_length=40,
                    ),
                ),
                (
                    "route",
                    models.CharField(
                        choices=[
                            ("in-writing", "In writing, signed"),
                            ("spoken", "Spoken"),
                            ("phone", "By telephone"),
                            ("interpreter", "Through an interpreter"),
                            ("sign-language", "In sign language"),
                            ("symbols", "With symbols or pictures"),
                            ("online", "Online"),
                            ("implied", "Implied by what they did"),
                        ],
                        max_length=40,
                    ),
                ),
                ("purpose", models.CharField(max_length=300)),
                ("explained", models.TextField(blank=True, default="")),
                ("own_words", models.TextField(blank=True, default="")),
                ("reason_for_refusal", models.TextField(blank=True, default="")),
                ("interpreter", models.CharField(blank=True, default="", max_length=200)),
                ("limits", models.TextField(blank=True, default="")),
                ("answered_on", models.DateField()),
                ("until_on", models.DateField(blank=True, null=True)),
                ("review_on", models.DateField(blank=True, null=True)),
                (
                    "request",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consents",
                        to="register.informationrequest",
                    ),
                ),
                (
                    "supersedes",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="register.consent",
                    ),
                ),
                (
                    "competence",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consents",
                        to="register.competenceassessment",
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consents",
                        to="register.heldfile",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["child", "answered_on"], name="register_co_child_i_826d74_idx")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "capacity__in",
                                [
                                    "child-competent",
                                    "child",
                                    "young-person",
                                    "parent",
                                    "council",
                                    "adult-self",
                                    "court",
                                    "attorney",
                                ],
                            )
                        ),
                        name="consent_capacity_listed",
                        violation_error_code="capacity",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("answer__in", ["given", "partial", "refused", "no-answer"])),
                        name="consent_answer_listed",
                        violation_error_code="answer",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "route__in",
                                [
                                    "in-writing",
                                    "spoken",
                                    "phone",
                                    "interpreter",
                                    "sign-language",
                                    "symbols",
                                    "online",
                                    "implied",
                                ],
                            )
                        ),
                        name="consent_route_listed",
                        violation_error_code="route",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_on__isnull", True), ("until_on__gte", models.F("answered_on")), _connector="OR"
                        ),
                        name="consent_until_on_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer__in", ("given", "partial")), _negated=True),
                            models.Q(("explained", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="consent_agreed_says_explained",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("capacity", "child-competent"), _negated=True),
                            ("competence__isnull", False),
                            _connector="OR",
                        ),
                        name="consent_competent_rests_on_assessment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("capacity__in", ("child-competent", "child", "young-person")), _negated=True),
                            ("by_person", models.F("child")),
                            _connector="OR",
                        ),
                        name="consent_own_answer_is_the_childs",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ConsentEnd",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "consent",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="end", to="register.consent"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("withdrawn", "Withdrawn by the person"),
                            ("invalidated", "Found not to have been valid"),
                        ],
                        max_length=40,
                    ),
                ),
                (
                    "by_person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.person",
                    ),
                ),
                ("ended_on", models.DateField()),
                ("reason", models.TextField(blank=True, default="")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["withdrawn", "invalidated"])),
                        name="consentend_kind_listed",
                        violation_error_code="kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "invalidated"), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="consent_invalidated_says_why",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="ConsentItem",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "consent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="cells", to="register.consent"
                    ),
                ),
                (
                    "recipient",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.organisation",
                    ),
                ),
                ("recipient_words", models.CharField(blank=True, default="", max_length=200)),
                ("category", models.CharField(blank=True, default="", max_length=40)),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consented",
                        to="register.informationitem",
                    ),
                ),
                ("allowed", models.CharField(choices=[("yes", "Yes"), ("no", "No")], max_length=3)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "category__in",
                                [
                                    "identity",
                                    "whereabouts",
                                    "family",
                                    "education",
                                    "health",
                                    "sexual-health",
                                    "substance-use",
                                    "belief-or-origin",
                                    "offence",
                                    "care",
                                    "money-housing",
                                    "other",
                                    "",
                                ],
                            )
                        ),
                        name="consentitem_category_listed",
                        violation_error_code="category",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("category", ""), ("item__isnull", True), _connector="OR"),
                        name="consent_cell_item_or_category",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("recipient_words", ""), ("recipient__isnull", True), _connector="OR"),
                        name="consent_cell_one_recipient",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("allowed__in", ("yes", "no"))), name="consent_cell_yes_or_no"
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Determination",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="determinations",
                        to="register.informationrequest",
                    ),
                ),
                ("pack", models.CharField(max_length=60)),
                ("version", models.CharField(max_length=40)),
                ("release", models.CharField(max_length=64)),
                ("on", models.DateField()),
                ("answers", models.JSONField()),
                ("from_record", models.JSONField(default=dict)),
                ("outcome", models.CharField(max_length=40)),
                ("complete", models.BooleanField()),
                ("says", models.TextField()),
                ("digest", models.CharField(max_length=64)),
            ],
            options={
                "indexes": [models.Index(fields=["request", "recorded_at"], name="register_de_request_b15abf_idx")],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="register.informationrequest",
                    ),
                ),
                (
                    "determination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="register.determination",
                    ),
                ),
                (
                    "choice",
                    models.CharField(
                        choices=[
                            ("share", "Share"),
                            ("share-part", "Share part"),
                            ("not-yet", "Not yet"),
                            ("not-share", "Do not share"),
                            ("get-advice", "Get advice first"),
                        ],
                        max_length=40,
                    ),
                ),
                ("rationale", models.TextField(blank=True, default="")),
                ("departs_because", models.TextField(blank=True, default="")),
                ("decided_at", models.DateTimeField()),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="register.practitioner",
                    ),
                ),
                ("position", models.CharField(max_length=160)),
                ("signature", models.CharField(max_length=200)),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions_approved",
                        to="register.practitioner",
                    ),
                ),
                ("review_on", models.DateField(blank=True, null=True)),
                ("reconsider_if", models.TextField(blank=True, default="")),
                ("told_requester", models.TextField(blank=True, default="")),
                ("emergency_since", models.DateTimeField(blank=True, null=True)),
                ("complete_by", models.DateTimeField(blank=True, null=True)),
                (
                    "replaces",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="register.decision",
                    ),
                ),
                ("replaces_because", models.TextField(blank=True, default="")),
                ("once", models.UUIDField(unique=True)),
                ("retention", models.CharField(blank=True, default="", max_length=60)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["request", "recorded_at"], name="register_de_request_d8223e_idx"),
                    models.Index(fields=["agency", "recorded_at"], name="register_de_agency__58f482_idx"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("choice__in", ["share", "share-part", "not-yet", "not-share", "get-advice"])
                        ),
                        name="decision_choice_listed",
                        violation_error_code="choice",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("rationale", ""), _negated=True), name="decision_says_why"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("choice__in", ("share", "share-part", "get-advice")),
                            ("review_on__isnull", False),
                            _connector="OR",
                        ),
                        name="decision_not_sharing_has_review",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("replaces__isnull", True),
                            models.Q(("replaces_because", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="decision_replaced_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("approved_by__isnull", True),
                            models.Q(("approved_by", models.F("decided_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="decision_approved_by_another",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("complete_by__isnull", True), ("emergency_since__isnull", True)),
                            models.Q(("complete_by__isnull", False), ("emergency_since__isnull", False)),
                            _connector="OR",
                        ),
                        name="decision_emergency_together",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("replaces__isnull", True)), fields=("request",), name="decision_first_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AdviceFollowed",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "advice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="followed", to="register.advice"
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="advice_followed",
                        to="register.decision",
                    ),
                ),
                (
                    "followed",
                    models.CharField(choices=[("yes", "Followed"), ("part", "In part"), ("no", "Not")], max_length=10),
                ),
                ("why_not", models.TextField(blank=True, default="")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("followed", "yes"), models.Q(("why_not", ""), _negated=True), _connector="OR"
                        ),
                        name="advice_not_followed_says_why",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="DecisionItem",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="items", to="register.decision"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decided",
                        to="register.informationitem",
                    ),
                ),
                (
                    "given",
                    models.CharField(
                        choices=[("whole", "All of it"), ("part", "Part of it"), ("none", "Held back")], max_length=10
                    ),
                ),
                ("why", models.TextField(blank=True, default="")),
                ("protected", models.TextField(blank=True, default="")),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("decision", "item"), name="decision_item_once")],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Disclosure",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="disclosures", to="register.decision"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.organisation",
                    ),
                ),
                ("recipient_name", models.CharField(max_length=200)),
                ("recipient_role", models.CharField(blank=True, default="", max_length=200)),
                ("why_they_need_it", models.TextField(blank=True, default="")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("phone", "Telephone"),
                            ("email", "Email"),
                            ("secure-mail", "Secure email"),
                            ("post", "Post"),
                            ("portal", "Secure portal"),
                        ],
                        max_length=40,
                    ),
                ),
                ("security", models.TextField(blank=True, default="")),
                ("identity_check", models.TextField(blank=True, default="")),
                ("sent_at", models.DateTimeField()),
                ("conditions", models.TextField(blank=True, default="")),
                ("onward", models.TextField(blank=True, default="")),
                ("keep_until", models.CharField(blank=True, default="", max_length=200)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("channel__in", ["phone", "email", "secure-mail", "post", "portal"])),
                        name="disclosure_channel_listed",
                        violation_error_code="channel",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="DisclosedItem",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "disclosure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="items", to="register.disclosure"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="disclosed",
                        to="register.informationitem",
                    ),
                ),
                ("text", models.TextField(blank=True, default="")),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="FollowUp",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="follow_ups", to="register.decision"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("outcome", "What came of it"),
                            ("action", "Something to do"),
                            ("correction", "Correction sent to the recipients"),
                            ("complaint", "Complaint"),
                            ("breach", "Suspected breach"),
                            ("access", "Bears on an access request"),
                        ],
                        max_length=40,
                    ),
                ),
                ("text", models.TextField(blank=True, default="")),
                ("on", models.DateField()),
                ("due_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["outcome", "action", "correction", "complaint", "breach", "access"])
                        ),
                        name="followup_kind_listed",
                        violation_error_code="kind",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Grounds",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "decision",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="grounds", to="register.decision"
                    ),
                ),
                ("article_6", models.TextField(blank=True, default="")),
                ("special_condition", models.TextField(blank=True, default="")),
                ("offence_data", models.TextField(blank=True, default="")),
                ("gateway", models.TextField(blank=True, default="")),
                ("duty_or_order", models.TextField(blank=True, default="")),
                ("necessity", models.TextField(blank=True, default="")),
                ("could_less_do", models.TextField(blank=True, default="")),
                ("confidence", models.TextField(blank=True, default="")),
                ("level_offered", models.CharField(blank=True, default="", max_length=40)),
                ("impact_assessment", models.TextField(blank=True, default="")),
                ("policy_version", models.CharField(max_length=200)),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Involvement",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="involvements", to="register.person"
                    ),
                ),
                ("service", models.CharField(max_length=160)),
                (
                    "lead",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="leading",
                        to="register.practitioner",
                    ),
                ),
                ("contact", models.CharField(blank=True, default="", max_length=200)),
                ("from_on", models.DateField()),
                ("to_on", models.DateField(blank=True, null=True)),
                ("sensitive_since", models.DateField(blank=True, null=True)),
                ("listing_agreed_on", models.DateField(blank=True, null=True)),
                ("listing_agreed_by", models.CharField(blank=True, default="", max_length=200)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_on__isnull", True), ("to_on__gte", models.F("from_on")), _connector="OR"
                        ),
                        name="involvement_to_on_in_order",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="ItemSubject",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="subjects",
                        to="register.informationitem",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="items_about", to="register.person"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("item", "person"), name="item_subject_once")],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="LegitimateRelationship",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "practitioner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="relationships",
                        to="register.practitioner",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="legitimate_relationships",
                        to="register.person",
                    ),
                ),
                (
                    "tie",
                    models.CharField(
                        choices=[
                            ("allocated", "Working with the child"),
                            ("team", "In the team that works with the child"),
                            ("duty", "On the duty desk for a request about the child"),
                            ("manager", "Manages the work with the child"),
                            ("adviser", "Asked for advice about the child"),
                            ("approver", "Asked to approve something about the child"),
                            ("governance", "Answers an access request, or reviews, about the child"),
                            ("named", "Named for a restricted record"),
                        ],
                        max_length=40,
                    ),
                ),
                ("reason", models.CharField(max_length=300)),
                ("from_at", models.DateTimeField()),
                ("until_at", models.DateTimeField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["practitioner", "child", "until_at"], name="register_le_practit_a2010f_idx"),
                    models.Index(fields=["child", "until_at"], name="register_le_child_i_1b3eea_idx"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "tie__in",
                                ["allocated", "team", "duty", "manager", "adviser", "approver", "governance", "named"],
                            )
                        ),
                        name="legitimaterelationship_tie_listed",
                        violation_error_code="tie",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_at__isnull", True), ("until_at__gte", models.F("from_at")), _connector="OR"
                        ),
                        name="legitimaterelationship_until_at_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NotAsked",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="not_asked",
                        to="register.informationrequest",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="not_asked",
                        to="register.person",
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("risk-to-child", "Asking would put the child at more risk of significant harm"),
                            ("risk-to-adult", "Asking would put an adult at risk of serious harm"),
                            (
                                "prejudice-crime",
                                "Asking would get in the way of preventing or finding out a serious crime",
                            ),
                            ("delay", "Waiting for an answer would be dangerous"),
                            ("duty", "The law requires it whatever the answer, so asking would mislead"),
                            ("not-needed", "Consent is not what this rests on; the person was told instead"),
                            ("cannot-find", "The person cannot be found or reached"),
                        ],
                        max_length=40,
                    ),
                ),
                ("words", models.TextField(blank=True, default="")),
                (
                    "agreed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.practitioner",
                    ),
                ),
                ("ask_again_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "reason__in",
                                [
                                    "risk-to-child",
                                    "risk-to-adult",
                                    "prejudice-crime",
                                    "delay",
                                    "duty",
                                    "not-needed",
                                    "cannot-find",
                                ],
                            )
                        ),
                        name="notasked_reason_listed",
                        violation_error_code="reason",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="ParentalResponsibility",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parental_responsibilities",
                        to="register.person",
                    ),
                ),
                (
                    "holder",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="responsible_for",
                        to="register.person",
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.organisation",
                    ),
                ),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("birth-mother", "Gave birth to the child"),
                            ("married-father", "Married to, or civil partner of, the mother"),
                            ("registered", "Named on the birth certificate (from 1 December 2003)"),
                            ("agreement", "Parental responsibility agreement"),
                            ("court-order", "Parental responsibility order"),
                            ("lives-with", "Child arrangements order: the child lives with them"),
                            ("guardian", "Guardian"),
                            ("special-guardian", "Special guardianship order"),
                            ("adoption", "Adoption order"),
                            ("care-order", "Care order (the council)"),
                            ("emergency-order", "Emergency protection order"),
                            ("placement", "Placement for adoption (the agency, or those who mean to adopt)"),
                            ("parental-order", "Parental order (surrogacy)"),
                            ("elsewhere", "Recognised from Scotland, Northern Ireland or abroad"),
                            ("claimed", "Says so; nothing seen yet"),
                        ],
                        max_length=40,
                    ),
                ),
                ("evidence", models.TextField(blank=True, default="")),
                ("evidence_seen_on", models.DateField(blank=True, null=True)),
                ("from_on", models.DateField(blank=True, null=True)),
                ("expires_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "ground__in",
                                [
                                    "birth-mother",
                                    "married-father",
                                    "registered",
                                    "agreement",
                                    "court-order",
                                    "lives-with",
                                    "guardian",
                                    "special-guardian",
                                    "adoption",
                                    "care-order",
                                    "emergency-order",
                                    "placement",
                                    "parental-order",
                                    "elsewhere",
                                    "claimed",
                                ],
                            )
                        ),
                        name="parentalresponsibility_ground_listed",
                        violation_error_code="ground",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("council__isnull", False), ("holder__isnull", True)),
                            models.Q(("council__isnull", True), ("holder__isnull", False)),
                            _connector="OR",
                        ),
                        name="pr_one_holder",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="ParentalResponsibilityEnd",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "holding",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="end",
                        to="register.parentalresponsibility",
                    ),
                ),
                ("ended_on", models.DateField()),
                ("reason", models.CharField(max_length=300)),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Proposal",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proposals",
                        to="register.informationrequest",
                    ),
                ),
                (
                    "determination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proposals",
                        to="register.determination",
                    ),
                ),
                ("content", models.JSONField()),
                ("because", models.JSONField(default=list)),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Approval",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "proposal",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="approval",
                        to="register.proposal",
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="approvals",
                        to="register.decision",
                    ),
                ),
                (
                    "word",
                    models.CharField(choices=[("approved", "Approved"), ("declined", "Sent back")], max_length=10),
                ),
                ("reason", models.TextField(blank=True, default="")),
                ("position", models.CharField(blank=True, default="", max_length=160)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("proposal__isnull", False), ("decision__isnull", False), _connector="OR"),
                        name="approval_of_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("word", "approved"), models.Q(("reason", ""), _negated=True), _connector="OR"
                        ),
                        name="approval_declined_says_why",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Receipt",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "disclosure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="receipts", to="register.disclosure"
                    ),
                ),
                ("confirmed_by", models.CharField(max_length=200)),
                ("confirmed_at", models.DateTimeField()),
                ("reference", models.CharField(blank=True, default="", max_length=120)),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Reconsideration",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reconsiderations",
                        to="register.decision",
                    ),
                ),
                ("because", models.CharField(max_length=300)),
                ("row", models.UUIDField(blank=True, null=True)),
                ("due_on", models.DateField()),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="ReconsiderationAnswer",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "reconsideration",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answer",
                        to="register.reconsideration",
                    ),
                ),
                (
                    "stands",
                    models.CharField(choices=[("stands", "It stands"), ("replaced", "Replaced")], max_length=10),
                ),
                ("reason", models.TextField(blank=True, default="")),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Relationship",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="relationships", to="register.person"
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="relationships_to",
                        to="register.person",
                    ),
                ),
                (
                    "kinship",
                    models.CharField(
                        choices=[
                            ("mother", "Mother"),
                            ("father", "Father"),
                            ("parent", "Parent"),
                            ("step-parent", "Step-parent"),
                            ("parents-partner", "Partner of a parent"),
                            ("sibling", "Brother or sister"),
                            ("half-sibling", "Half-brother or half-sister"),
                            ("grandparent", "Grandparent"),
                            ("aunt-uncle", "Aunt or uncle"),
                            ("foster-carer", "Foster carer"),
                            ("special-guardian", "Special guardian"),
                            ("adoptive-parent", "Adoptive parent"),
                            ("birth-parent", "Birth parent of an adopted child"),
                            ("other-relative", "Other relative"),
                            ("friend", "Friend"),
                            ("other", "Somebody else in the child’s life"),
                        ],
                        max_length=40,
                    ),
                ),
                ("same_household_since", models.DateField(blank=True, null=True)),
                ("source", models.CharField(max_length=200)),
                ("from_on", models.DateField(blank=True, null=True)),
                ("to_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kinship__in",
                                [
                                    "mother",
                                    "father",
                                    "parent",
                                    "step-parent",
                                    "parents-partner",
                                    "sibling",
                                    "half-sibling",
                                    "grandparent",
                                    "aunt-uncle",
                                    "foster-carer",
                                    "special-guardian",
                                    "adoptive-parent",
                                    "birth-parent",
                                    "other-relative",
                                    "friend",
                                    "other",
                                ],
                            )
                        ),
                        name="relationship_kinship_listed",
                        violation_error_code="kinship",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_on__isnull", True), ("to_on__gte", models.F("from_on")), _connector="OR"
                        ),
                        name="relationship_to_on_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("child", models.F("other")), _negated=True),
                        name="relationship_not_to_oneself",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="RequestItem",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items",
                        to="register.informationrequest",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="requests",
                        to="register.informationitem",
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("request", "item"), name="request_item_once")],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="RequestSubject",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="subjects",
                        to="register.informationrequest",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="requests_about",
                        to="register.person",
                    ),
                ),
                ("described", models.CharField(blank=True, default="", max_length=200)),
                (
                    "line",
                    models.CharField(
                        choices=[("needed", "Needed"), ("reduce", "Reduce"), ("remove", "Leave out")], max_length=10
                    ),
                ),
                ("why", models.TextField(blank=True, default="")),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Review",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reviews", to="register.person"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("age-11", "Turns 11: ask again what they understand and want"),
                            ("age-13", "Turns 13: online services and their own say"),
                            ("age-16", "Turns 16: the Mental Capacity Act applies; consent is their own"),
                            ("age-18", "Turns 18: an adult; parental responsibility ends"),
                            ("consent", "A consent is due for review"),
                            ("decision", "A decision is due for review"),
                            ("safety", "A safety mark is due for review"),
                            ("wish", "A wish is due for review"),
                            ("record", "An emergency record must be completed"),
                            ("glass", "A broken glass is to be reviewed"),
                            ("duplicate", "Two records may be about the same child"),
                        ],
                        max_length=40,
                    ),
                ),
                ("about", models.UUIDField(blank=True, null=True)),
                ("due_at", models.DateTimeField()),
                (
                    "for_practitioner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="register.practitioner",
                    ),
                ),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                (
                    "done_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.practitioner",
                    ),
                ),
                ("note", models.TextField(blank=True, default="")),
            ],
            options={
                "indexes": [models.Index(fields=["agency", "due_at"], name="register_re_agency__6497b7_idx")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "age-11",
                                    "age-13",
                                    "age-16",
                                    "age-18",
                                    "consent",
                                    "decision",
                                    "safety",
                                    "wish",
                                    "record",
                                    "glass",
                                    "duplicate",
                                ],
                            )
                        ),
                        name="review_kind_listed",
                        violation_error_code="kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("done_at__isnull", True), ("done_by__isnull", True)),
                            models.Q(("done_at__isnull", False), ("done_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="review_done_together",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SafeContact",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="safe_contacts", to="register.person"
                    ),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("phone", "Telephone"),
                            ("text", "Text message"),
                            ("email", "Email"),
                            ("in-person", "In person only"),
                            ("through", "Through somebody"),
                        ],
                        max_length=40,
                    ),
                ),
                ("value", models.CharField(blank=True, default="", max_length=200)),
                ("safe_times", models.CharField(blank=True, default="", max_length=200)),
                ("code_word", models.CharField(blank=True, default="", max_length=80)),
                ("leave_no_message_since", models.DateField(blank=True, null=True)),
                ("note", models.TextField(blank=True, default="")),
                ("ended_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("way__in", ["phone", "text", "email", "in-person", "through"])),
                        name="safecontact_way_listed",
                        violation_error_code="way",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="SafetyMark",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="safety_marks", to="register.person"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("sealed-address", "An address that must stay hidden"),
                            ("sealed-place", "A place that would give away where the child is"),
                            ("must-not-know", "Somebody who must not know"),
                            ("protected-informant", "Somebody who told us, whose name must not come out"),
                            ("adoption-cut", "Life before the adoption, kept apart from life after it"),
                            ("restricted", "A restricted record: named people only"),
                        ],
                        max_length=40,
                    ),
                ),
                (
                    "address",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="safety_marks",
                        to="register.address",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="marked_in",
                        to="register.person",
                    ),
                ),
                ("place", models.CharField(blank=True, default="", max_length=300)),
                ("tells", models.TextField(blank=True, default="")),
                ("reason", models.CharField(max_length=600)),
                ("source", models.CharField(max_length=200)),
                ("review_on", models.DateField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "sealed-address",
                                    "sealed-place",
                                    "must-not-know",
                                    "protected-informant",
                                    "adoption-cut",
                                    "restricted",
                                ],
                            )
                        ),
                        name="safetymark_kind_listed",
                        violation_error_code="kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "sealed-address"), _negated=True),
                            ("address__isnull", False),
                            _connector="OR",
                        ),
                        name="safety_sealed_address_named",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind__in", ("must-not-know", "protected-informant")), _negated=True),
                            ("person__isnull", False),
                            _connector="OR",
                        ),
                        name="safety_person_named",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="SafetyMarkEnd",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "mark",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="end", to="register.safetymark"
                    ),
                ),
                ("reason", models.CharField(max_length=600)),
                (
                    "agreed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("agreed_by", models.F("recorded_by")), _negated=True),
                        name="safety_lifted_by_two_people",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="SafetyMarkLift",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "mark",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lifts_asked",
                        to="register.safetymark",
                    ),
                ),
                ("reason", models.CharField(max_length=600)),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Search",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "scope",
                    models.CharField(
                        choices=[
                            ("own", "Our own records"),
                            ("partnership", "Which services are involved, across agencies"),
                        ],
                        max_length=40,
                    ),
                ),
                ("purpose", models.CharField(max_length=300)),
                ("given", models.TextField(blank=True, default="")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("match", "Match"),
                            ("potential", "Possible match: a person must decide"),
                            ("many", "Too many to tell apart"),
                            ("none", "No match"),
                        ],
                        max_length=40,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("scope__in", ["own", "partnership"])),
                        name="search_scope_listed",
                        violation_error_code="scope",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["match", "potential", "many", "none"])),
                        name="search_state_listed",
                        violation_error_code="state",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="MatchChoice",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "search",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="choices", to="register.search"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="match_choices", to="register.person"
                    ),
                ),
                (
                    "same",
                    models.CharField(choices=[("same", "The same child"), ("not", "Not this child")], max_length=10),
                ),
                ("reason", models.CharField(max_length=300)),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="SearchHit",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "search",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hits",
                        to="register.search",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="search_hits", to="register.person"
                    ),
                ),
                (
                    "searched_by_agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("purpose", models.CharField(max_length=300)),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="SignIn",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "practitioner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sign_ins",
                        to="register.practitioner",
                    ),
                ),
                ("tried", models.CharField(max_length=64)),
                (
                    "result",
                    models.CharField(
                        choices=[
                            ("signed-in", "Signed in"),
                            ("wrong-password", "Wrong password"),
                            ("wrong-factor", "Wrong second factor"),
                            ("locked", "Locked for a while"),
                            ("closed", "Account closed"),
                            ("not-known", "Nobody known here"),
                            ("signed-out", "Signed out"),
                        ],
                        max_length=40,
                    ),
                ),
                ("way", models.CharField(blank=True, default="", max_length=40)),
                ("at", models.DateTimeField()),
            ],
            options={
                "indexes": [models.Index(fields=["tried", "at"], name="register_si_tried_9b3081_idx")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "result__in",
                                [
                                    "signed-in",
                                    "wrong-password",
                                    "wrong-factor",
                                    "locked",
                                    "closed",
                                    "not-known",
                                    "signed-out",
                                ],
                            )
                        ),
                        name="signin_result_listed",
                        violation_error_code="result",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Sitting",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "request",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sitting",
                        to="register.informationrequest",
                    ),
                ),
                ("pack", models.CharField(max_length=60)),
                ("trail", models.JSONField(default=list)),
                (
                    "held_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="sittings", to="register.practitioner"
                    ),
                ),
                ("held_since", models.DateTimeField()),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Team",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("name", models.CharField(max_length=200)),
                ("closed_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("agency", "name"), name="team_name_once")],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Post",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "practitioner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="posts", to="register.practitioner"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="posts", to="register.organisation"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("practitioner", "Practitioner"),
                            ("adviser", "Adviser"),
                            ("approver", "Approver"),
                            ("governance", "Information-governance lead"),
                            ("duty", "Duty desk"),
                            ("administrator", "Administrator"),
                        ],
                        max_length=40,
                    ),
                ),
                ("title", models.CharField(max_length=120)),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="posts",
                        to="register.team",
                    ),
                ),
                ("from_on", models.DateField()),
                ("to_on", models.DateField(blank=True, null=True)),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["practitioner", "organisation"], name="register_po_practit_cc5d4b_idx")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("role__in", ["practitioner", "adviser", "approver", "governance", "duty", "administrator"])
                        ),
                        name="post_role_listed",
                        violation_error_code="role",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_on__isnull", True), ("to_on__gte", models.F("from_on")), _connector="OR"
                        ),
                        name="post_to_on_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Telling",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="tellings", to="register.decision"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tellings",
                        to="register.person",
                    ),
                ),
                ("described", models.CharField(blank=True, default="", max_length=200)),
                (
                    "told",
                    models.CharField(
                        choices=[
                            ("before", "Told before"),
                            ("after", "Told after"),
                            ("will", "Will be told"),
                            ("not", "Not told"),
                        ],
                        max_length=10,
                    ),
                ),
                ("told_on", models.DateField(blank=True, null=True)),
                ("told_how", models.CharField(blank=True, default="", max_length=300)),
                ("what", models.TextField(blank=True, default="")),
                ("why_not", models.TextField(blank=True, default="")),
                ("ask_again_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("told", "not"), _negated=True),
                            models.Q(models.Q(("why_not", ""), _negated=True), ("ask_again_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="telling_not_told_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("told__in", ("before", "after")), _negated=True),
                            ("told_on__isnull", False),
                            _connector="OR",
                        ),
                        name="telling_told_has_day",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Tombstone",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("table", models.CharField(max_length=80)),
                ("row", models.CharField(max_length=64)),
                ("reason", models.CharField(max_length=300)),
                ("erased_at", models.DateTimeField()),
                (
                    "erased_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "agreed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.practitioner",
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("table", "row"), name="tombstone_once")],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="View",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="views_about", to="register.person"
                    ),
                ),
                (
                    "by_person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="views_said", to="register.person"
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="views",
                        to="register.informationrequest",
                    ),
                ),
                ("about", models.CharField(max_length=300)),
                ("own_words", models.TextField(blank=True, default="")),
                (
                    "obtained",
                    models.CharField(
                        choices=[
                            ("said", "Said it to a practitioner"),
                            ("wrote", "Wrote or typed it"),
                            ("drew", "Drew it"),
                            ("symbols", "With symbols, signs or pictures"),
                            ("advocate", "Through an advocate"),
                            ("interpreter", "Through an interpreter"),
                            ("observed", "Seen in what the child did (a baby, or a child who does not speak)"),
                            ("not-obtained", "Not obtained"),
                        ],
                        max_length=40,
                    ),
                ),
                ("support", models.CharField(blank=True, default="", max_length=300)),
                ("why_not", models.TextField(blank=True, default="")),
                ("said_on", models.DateField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "obtained__in",
                                [
                                    "said",
                                    "wrote",
                                    "drew",
                                    "symbols",
                                    "advocate",
                                    "interpreter",
                                    "observed",
                                    "not-obtained",
                                ],
                            )
                        ),
                        name="view_obtained_listed",
                        violation_error_code="obtained",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("obtained", "not-obtained"), models.Q(("why_not", ""), _negated=True)),
                            models.Q(
                                models.Q(("obtained", "not-obtained"), _negated=True),
                                models.Q(("own_words", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="view_words_or_why_not",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="ViewResponse",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "view",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="responses", to="register.view"
                    ),
                ),
                ("done", models.TextField(blank=True, default="")),
                ("told_on", models.DateField(blank=True, null=True)),
                ("told_how", models.CharField(blank=True, default="", max_length=300)),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Viewing",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="viewings", to="register.person"
                    ),
                ),
                ("part", models.CharField(max_length=60)),
                ("right", models.CharField(max_length=60)),
                ("purpose", models.CharField(max_length=300)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["child", "recorded_at"], name="register_vi_child_i_fad157_idx"),
                    models.Index(fields=["recorded_by", "recorded_at"], name="register_vi_recorde_e2deac_idx"),
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Weighing",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "decision",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="weighing", to="register.decision"
                    ),
                ),
                ("concern", models.TextField(blank=True, default="")),
                ("concern_source", models.CharField(blank=True, default="", max_length=300)),
                ("concern_on", models.DateField(blank=True, null=True)),
                ("immediate_risk", models.TextField(blank=True, default="")),
                (
                    "harm",
                    models.CharField(
                        choices=[
                            ("none", "None indicated"),
                            ("significant-harm", "Significant harm to a child"),
                            ("serious-harm", "Serious harm to an adult"),
                            ("serious-crime", "Serious crime"),
                            ("not-known", "Not known"),
                        ],
                        max_length=40,
                    ),
                ),
                ("harm_of_sharing", models.TextField(blank=True, default="")),
                ("good_of_sharing", models.TextField(blank=True, default="")),
                ("harm_of_not_sharing", models.TextField(blank=True, default="")),
                ("good_of_not_sharing", models.TextField(blank=True, default="")),
                ("factors", models.JSONField(default=list)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("harm__in", ["none", "significant-harm", "serious-harm", "serious-crime", "not-known"])
                        ),
                        name="weighing_harm_listed",
                        violation_error_code="harm",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("harm_of_sharing", ""), _negated=True),
                            models.Q(("harm_of_not_sharing", ""), _negated=True),
                        ),
                        name="weighed_both_ways",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Wish",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="wishes", to="register.person"
                    ),
                ),
                (
                    "not_told",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="wished_not_told",
                        to="register.person",
                    ),
                ),
                ("about", models.CharField(max_length=300)),
                ("own_words", models.TextField(blank=True, default="")),
                (
                    "competence",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="wishes",
                        to="register.competenceassessment",
                    ),
                ),
                ("from_on", models.DateField()),
                ("review_on", models.DateField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("review_on__isnull", True), ("review_on__gte", models.F("from_on")), _connector="OR"
                        ),
                        name="wish_review_on_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("child", models.F("not_told")), _negated=True), name="wish_about_another"
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="WishEnd",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.organisation"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.practitioner"
                    ),
                ),
                (
                    "wish",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="end", to="register.wish"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("changed-mind", "The young person changed their mind"), ("overruled", "Overruled")],
                        max_length=20,
                    ),
                ),
                ("reason", models.TextField(blank=True, default="")),
                (
                    "agreed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.practitioner",
                    ),
                ),
                ("young_person_told_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind", "changed-mind"),
                            models.Q(("agreed_by__isnull", False), models.Q(("reason", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="wish_overruled_by_two",
                    )
                ],
                "indexes": [],
            },
        ),
    ]
