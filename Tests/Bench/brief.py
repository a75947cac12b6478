"""Briefs that look like those of a sales team, for repositories of any size."""

import hashlib

PEOPLE = [
    ("dana@northwind.example", "Dana Lee", "sales"),
    ("omar@northwind.example", "Omar Haddad", "sales"),
    ("ines@northwind.example", "Ines Vogel", "sales"),
    ("sam@northwind.example", "Sam Park", "receiving"),
    ("noor@northwind.example", "Noor Aziz", "receiving"),
    ("lee@northwind.example", "Lee Ono", "legal, pricing, policy"),
]

POLICY = "version: 1\nbriefs: handoffs/**/*.md\npeople:\n" + "".join(
    f"  - email: {email}\n    name: {name}\n    roles: [{roles}]\n"
    for email, name, roles in PEOPLE
)

CUSTOMERS = ["Acme", "Borealis", "Calder", "Dunmore", "Elbtal", "Fairway", "Granit", "Halden"]
BRANCHES = ["Foods", "Logistics", "Energy", "Clinics", "Retail", "Optics", "Mills", "Ferries"]
CLIENTS = [("Ana", "Ruiz"), ("Jonas", "Weber"), ("Mei", "Tanaka"), ("Priya", "Nair"),
           ("Tom", "Okafor"), ("Lena", "Sorel"), ("Ivo", "Marek"), ("Ruth", "Adler")]
GOALS = ["Close the month in three days instead of nine",
         "Ship every order on the day it comes in",
         "Answer every service request within one working day",
         "Plan the shifts of all sites in one place"]
SUBJECTS = ["weekly revenue report", "import of the customer master", "single sign-on",
            "stock view by warehouse", "monthly margin report", "approval by mobile phone",
            "export to the ledger", "dashboard for site managers"]
BOUNDS = ["Dashboards beyond those named here", "Migration of records older than three years",
          "On-site training outside of the head office", "Changes to the ledger system itself"]
CONCERNS = ["The finance lead is on leave in August", "The ERP interface has no test system",
            "Two sites still run the former release", "The data owner is not named"]
ACCESS = ["Read access to the ERP", "A list of all users by site", "A test account for each role"]
MONTHS = ["January", "February", "March", "April", "May", "June",
          "July", "August", "September", "October", "November", "December"]


class Brief:
    """One handoff: its evidence stays as it was, its front-matter is edited over the years."""

    def __init__(self, number, folder, random):
        customer, branch = random.choice(CUSTOMERS), random.choice(BRANCHES)
        self.account = f"{customer} {branch} {number}"
        self.id = f"{customer}-{branch}-{number:05}".lower()
        self.path = f"handoffs/{folder}/{self.id}.md"
        self.evidence_path = f"evidence/{folder}/{self.id}-call.vtt"
        self.sender, self.receiver = random.choice(PEOPLE[:3]), random.choice(PEOPLE[3:5])
        self.clients = random.sample(CLIENTS, 3)
        self.domain = f"{customer}-{branch}.example".lower()
        self.goal = random.choice(GOALS)
        month = random.randrange(5, 12)
        self.go_live, self.go_live_words = f"2027-{month:02}-01", f"1 {MONTHS[month - 1]} 2027"
        self.kickoff = f"2027-{month - 2:02}-10"
        self.promises = [
            [f"P{i}", subject, random.randrange(10, 90)]
            for i, subject in enumerate(random.sample(SUBJECTS, 4), 1)
        ]
        self.bounds = random.sample(BOUNDS, 3)
        self.risks = [[f"R{i}", text, random.choice(["low", "medium"]), "open"]
                      for i, text in enumerate(random.sample(CONCERNS, 3), 1)]
        self.requirements = [[f"I{i}", text] for i, text in enumerate(ACCESS, 1)]
        self.evidence = self._call()
        self.digest = hashlib.sha256(self.evidence.encode()).hexdigest()

    def _call(self):
        """The call's transcript; `self.cited` says on which line each sentence stands."""
        client, sender = " ".join(self.clients[0]), self.sender[1]
        self.quotes = [f"you will get the {subject} for {users} users"
                       for _, subject, users in self.promises]
        spoken = [f"{client}: What we need is this. {self.goal}."]
        spoken += [f"{sender}: On that point {quote}." for quote in self.quotes]
        spoken += [f"{sender}: Not part of it: {bound.lower()}." for bound in self.bounds]
        spoken += [f"{client}: One thing to know. {risk[1]}." for risk in self.risks]
        spoken += [f"{client}: For the start we owe you this. {text}." for text in ACCESS]
        spoken += [f"{client}: Is somebody of yours there at every close?",
                   f"{client}: The last vendor left us alone after the signature."]
        self.cited = [5 + 4 * i for i in range(len(spoken))]
        return "WEBVTT\n\n" + "".join(
            f"{i}\n00:{i:02}:05.000 --> 00:{i:02}:35.000\n{line}\n\n"
            for i, line in enumerate(spoken, 1)
        )

    def edit(self, random, serial):
        """Changes what a person would, drops nothing, and returns the commit's subject."""
        kind = random.randrange(10)
        if kind < 6:
            promise = random.choice(self.promises)
            promise[2] = 10 + serial % 9989
            return f"{self.id}: reword {promise[0]}"
        if kind < 9 or len(self.requirements) >= 12:
            risk = random.choice(self.risks)
            risk[3] = "mitigated" if risk[3] == "open" else "open"
            return f"{self.id}: {risk[0]} is {risk[3]}"
        self.requirements.append([f"I{len(self.requirements) + 1}",
                                  f"Minutes of workshop {len(self.requirements) - 2}"])
        return f"{self.id}: add I{len(self.requirements)}"

    def text(self):
        """The whole file."""
        return f"---\n{self.front_matter()}---\n\n{self._summary()}"

    def front_matter(self):
        """The YAML between the fences, which is also a YAML file of its own."""
        line = iter(self.cited[1:])
        mail = [f"{first.lower()}@{self.domain}" for first, _ in self.clients]
        promises = "".join(
            f"  - id: {id}\n    text: The {subject} for {users} users.\n    source: E1#L{next(line)}\n"
            f"    quote: {quote}\n    confidence: stated\n    bounded_by: [X1]\n"
            for (id, subject, users), quote in zip(self.promises, self.quotes))
        exclusions = "".join(
            f"  - id: X{i}\n    text: {bound}.\n    source: E1#L{next(line)}\n"
            for i, bound in enumerate(self.bounds, 1))
        risks = "".join(
            f"  - id: {id}\n    text: {text}.\n    severity: {severity}\n    status: {status}\n"
            f"    owner: {self.receiver[0]}\n    source: E1#L{next(line)}\n"
            for id, text, severity, status in self.risks)
        requirements = "".join(
            f"  - id: {id}\n    text: {text} before kickoff.\n    owner: {mail[1]}\n"
            for id, text in self.requirements)
        stakeholders = "".join(
            f"  - id: S{i}\n    name: {first} {last}\n    role: {role}\n    email: {address}\n"
            f"    stance: {stance}\n"
            for i, ((first, last), address, role, stance) in enumerate(zip(
                self.clients, mail, ["economic buyer", "finance lead", "IT lead"],
                ["for", "for", "neutral"]), 1))
        return f"""\
handoff: {self.id}
type: sales-to-implementation
status: draft
account: {self.account}
deal: https://crm.example/opportunity/{self.id}
from: {self.sender[0]}
to: {self.receiver[0]}
goal: {self.goal}.
go_live: {self.go_live}
kickoff: {self.kickoff}

promises:
{promises}
exclusions:
{exclusions}
expectations:
  - id: A1
    text: Somebody from us is at every close.
    basis: assumed
    source: E1#L{self.cited[-2]}
    settled: X1

custom_terms:
  - id: T1
    kind: scope
    text: The first site is live before the second one begins.
    source: E2

stakeholders:
{stakeholders}
success_criteria:
  - id: M1
    metric: days from start to finish
    baseline: "9"
    target: "3"
    by: 2027-12-31

risks:
{risks}
requirements:
{requirements}
objections:
  - id: O1
    text: The last roll-out took twice as long as planned.
    response: One site first, with a fixed day for each step.

sensitivities:
  - id: N1
    text: The last vendor left them alone after the signature.
    source: E1#L{self.cited[-1]}

first_milestone:
  text: Kickoff workshop with finance
  owner: {self.receiver[0]}
  due: {self.kickoff}
  status: planned

evidence:
  - id: E1
    kind: call-notes
    file: {self.evidence_path}
    sha256: {self.digest}
  - id: E2
    kind: proposal
    url: https://docs.example/{self.id}-proposal
"""

    def _summary(self):
        first, last = self.clients[0]
        return f"""\
## Current situation

{self.account} runs its sites on three systems. Figures are typed from one into the next, and
{first} {last} sees them nine days after the end of the month.

## Business priorities

{self.goal}. Your teams lose days with work that nobody needs.

## Business impact

Each day saved gives your finance team time for the questions of the board.

## Timeline

You go live on {self.go_live_words}.

## Decision process and key stakeholders

{first} {last} decides. {self.clients[1][0]} {self.clients[1][1]} speaks for finance and
{self.clients[2][0]} {self.clients[2][1]} for IT.

## Next steps

- {first} {last} names the people of the kickoff workshop.
- {self.receiver[1]} sends the agenda.
"""
