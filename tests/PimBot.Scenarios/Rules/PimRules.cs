using System.Collections.Immutable;

namespace PimBot.Scenarios.Rules;

/// <summary>PIM's rules as PimBot keeps them, in the words that its people would use. Access reviews are not among them.</summary>
/// <summary>PIM's rules as PimBot keeps them, in the words that its people would use. Alerts are not among them.</summary>
internal static class PimRules
{
    /// <summary>By chapter; an id is kept for good.</summary>
    public static readonly ImmutableArray<(string Chapter, ImmutableArray<(string Id, string Words)> Rules)> All =
    [
        (
            "Assignments",
            [
                (
                    "A1",
                    "An assignment is eligible or active, and permanent or time-bound; an activation is a time-bound active one that comes from an eligible one. The access is the same."
                ),
                (
                    "A2",
                    "A role held at a scope holds below it; member and owner of a group are two roles with two policies; custom roles are roles like others."
                ),
                ("A3", "The shortest assignment is 5 minutes."),
                ("A4", "An assignment can’t be removed within 5 minutes of its creation."),
                ("A5", "An activation can’t be ended by its holder within 5 minutes of its start."),
                ("A6", "Service accounts are active only, for a time or not; never eligible."),
                ("A7", "Periods offered for expiry: 15 days, 1, 3, 6 months, 1 year, permanent."),
                ("A8", "An assignment without an end is refused against a policy that demands one."),
                (
                    "A9",
                    "The last active Global Administrator and Privileged Role Administrator can’t be removed or converted."
                ),
                ("A10", "The last active Global Administrator’s activation can’t be ended."),
                ("A11", "A time-bound last administrator stays past the end, with an alert."),
                ("A12", "An eligible Global Administrator can’t be removed if no assigned one is left."),
                ("A13", "The last active owner of a group is kept; the change is tried again for up to 30 days."),
                ("A14", "Make permanent, for one assignment."),
                ("A15", "Make permanent, for a whole role."),
                ("A16", "An extension can be asked for from 14 days before the end on."),
                ("A17", "One extension waits at a time."),
                ("A18", "The assignee is told 14 days and 1 day before the end, and at the end."),
                ("A19", "A renewal can be asked for within 30 days after the end, with a reason."),
                (
                    "A20",
                    "Only an administrator of that scope decides on extensions and renewals, and may change start, end and kind."
                ),
                ("A21", "An administrator may extend without a request."),
                ("A22", "Eligible and active are converted into each other."),
                ("A23", "What is assigned to a group, its members have for as long as they are members."),
                ("A24", "An emergency account’s assignment changes only when another administrator confirms."),
                ("A25", "An activation that outlives its eligibility ends with it."),
            ]
        ),
        (
            "Activation",
            [
                ("B1", "Only what the policy requires is asked for."),
                ("B2", "The scope may be narrower than the eligible one, and the rules don’t get looser by that."),
                ("B3", "The duration is in whole minutes, 5 minutes to the policy’s maximum."),
                ("B4", "The time runs from the moment that access is granted."),
                ("B5", "A future start without approval is granted now and provisioned then."),
                ("B6", "With approval, approval may come before or after the start; the end moves accordingly."),
                ("B7", "At a future start, eligibility and policy are checked again."),
                ("B8", "Already active: RoleAssignmentExists."),
                ("B9", "Ending what is not active: RoleAssignmentDoesNotExist."),
                ("B10", "Policy failures come with the list of failed rules, and in words."),
                ("B11", "A running activation can be extended, under the same policy, up to its maximum from now."),
                ("B12", "There is no cooldown and no cap on activating again."),
                ("B13", "A requester may cancel a pending request at any time."),
                ("B14", "Administrators see all pending requests of their scopes and may cancel them."),
            ]
        ),
        (
            "Approval",
            [
                ("C1", "After its window (24 hours, settable) a request times out and must be made again."),
                ("C2", "Approvers are users and groups; they need no role themselves."),
                (
                    "C3",
                    "None chosen: directory roles fall back to all Privileged Role and Global Administrators, eligible or active."
                ),
                (
                    "C4",
                    "Approval without an approver is refused on save for Azure resources and groups; so are settings whose approvers lead to nobody."
                ),
                ("C5", "Nobody approves their own request, also not through a linked account."),
                ("C6", "The first decision settles it; all the others are told and their cards change."),
                ("C7", "A reason is required on approve and on deny."),
                ("C8", "An approver who was removed before the click can’t decide."),
                ("C9", "If no approver is left, it is put before the scope’s administrators, and they are told."),
            ]
        ),
        (
            "Role settings",
            [
                (
                    "D1",
                    "There is one policy per role and scope; it is not inherited; a group has one for members and one for owners."
                ),
                ("D2", "The published default policy."),
                ("D3", "The 17 rules have their published ids."),
                ("D4", "Tickets are required on activation only."),
                ("D5", "MFA can’t be switched off for the listed roles."),
                ("D6", "A stricter rule applies to requests under way."),
                ("D7", "A looser rule does not apply to requests under way."),
                ("D8", "An administrator’s change does not touch their own pending request."),
                ("D9", "Active assignment demands what the policy says of the administrator."),
            ]
        ),
        (
            "Who may do what",
            [
                (
                    "E1",
                    "Directory roles: Privileged Role and Global Administrators manage; Security Administrator, Global Reader and Security Reader view."
                ),
                (
                    "E2",
                    "Azure resource roles: subscription administrator, Owner and User Access Administrator at or above the scope manage; directory administrators see nothing by default."
                ),
                ("E3", "Groups: owners, Privileged Role and Global Administrators manage; readers view."),
                ("E4", "Everybody else sees only their own."),
                (
                    "E5",
                    "The first person to set PimBot up becomes Security Administrator and Privileged Role Administrator."
                ),
                ("E6", "A Global Administrator may elevate over all Azure scopes, for a time, audited."),
            ]
        ),
        (
            "Notifications",
            [
                (
                    "F1",
                    "Global, Privileged Role and Security Administrators are told of activations when the role’s notification is on."
                ),
                ("F2", "Approvers are told on request and when it is settled."),
                ("F3", "The requester is told at every step."),
                ("F4", "The assignee is told when an assignment is made, extended, about to end and ended."),
                ("F5", "Eligible administrators who are not active get no administrator messages."),
                ("F6", "Privileged Role Administrators get approval requests only where no approver is named."),
                ("F7", "Administrators get a weekly digest."),
                ("F8", "Each of the nine cells of the matrix can be switched, and has further addresses."),
            ]
        ),
        (
            "Wizard and dashboard",
            [
                ("G1", "The wizard is shown to an administrator until changes were made once, and later by command."),
                (
                    "G2",
                    "It shows privileged roles with how many hold each, permanent and eligible, and each person of a role."
                ),
                ("G3", "It converts or removes person by person."),
                (
                    "G4",
                    "It warns before fewer than one Global or two Privileged Role Administrators are left, and of personal, guest and emergency accounts."
                ),
                (
                    "G5",
                    "The dashboard shows people per privileged role, eligible and permanent, pending requests and activations over time."
                ),
            ]
        ),
        (
            "Audit",
            [
                (
                    "U1",
                    "Every event says who, what, whom, when, from where, why and which ticket, and what belongs together."
                ),
                ("U2", "Refusals that matter are there."),
                ("U3", "It is kept without limit by default, and verifies when it is not."),
                ("U4", "What is changed, deleted, swapped, inserted, cut off or rewritten is found and named."),
                ("U5", "Its end is noted outside, within a minute and at the stop."),
                ("U6", "A feed gets every entry, in order, at least once, and goes on where it stopped."),
                ("U7", "What is about a role or a scope is read by those who may see it, one’s own by everybody."),
                (
                    "U8",
                    "Activations and their ends, assignments inside and outside, settings, requests with approvals and denials, alerts and reviews are in it."
                ),
                ("U9", "It is searched by who, whom, role, scope, kind, request, ticket and time."),
                (
                    "U10",
                    "It leaves as CSV, in which nothing is a formula, and as JSON Lines, whole or in part; each copy is recorded."
                ),
            ]
        ),
        (
            "Alerts",
            [
                (
                    "H1",
                    "Administrators aren’t using their privileged roles (low): no activation for N days (0 to 100); the eligibility is removed."
                ),
                ("H2", "Roles don’t require MFA for activation (low): the settings require it then."),
                (
                    "H3",
                    "Potential stale accounts in a privileged role (medium): no sign-in for N days (1 to 365); the role is removed."
                ),
                (
                    "H4",
                    "Roles are being assigned outside of PIM (high): found at the target and not known here; removed there, or adopted."
                ),
                (
                    "H5",
                    "There are too many global administrators (low): more than N (2 to 100) and more than P per cent of all assignments (0 to 100)."
                ),
                (
                    "H6",
                    "Roles are being activated too frequently (low): the same person and role N times or more (2 to 100) within a period."
                ),
                ("H7", "Azure (medium): too many owners, too many permanent owners, the same role at nested scopes."),
                (
                    "H8",
                    "Global, Privileged Role and Security Administrators, Global Reader and Security Reader read alerts; Azure’s are read by those who administer the scope; those who manage change them."
                ),
                ("H9", "Incidents are fixed one by one or all, through the same doors as ever, after a confirmation."),
                ("H10", "High severity is told at once, and nobody is told twice of the same incident."),
                (
                    "H11",
                    "An alert is dismissed and restored; a dismissed one becomes active again when a scan finds new incidents."
                ),
                ("H12", "Thresholds are set within their ranges, or the alert is switched off."),
                ("H13", "It is scanned on a schedule, soon after each change, and when somebody asks."),
            ]
        ),
        (
            "Access reviews",
            [
                (
                    "I1",
                    "A review is of a role and scope, of eligible assignments, active ones or both; one-time, weekly, monthly (at most 27 days), quarterly, semi-annually or annually; its end is never, by date or after a number of times."
                ),
                ("I2", "Occurrences come by themselves; after a downtime the newest one, once."),
                ("I3", "Members are fixed at the start; at most one review runs per role and scope."),
                (
                    "I4",
                    "Reviewers are chosen people, the members themselves, or each member’s manager with a fallback; a group is one item."
                ),
                (
                    "I5",
                    "Answers are approve, deny and don’t know, with a reason where it is required; they can be changed until the end."
                ),
                (
                    "I6",
                    "Approve is recommended when the person signed in or activated within 30 days, else deny; all recommendations can be taken at once."
                ),
                ("I7", "At half time reviewers who have not finished are reminded, and nobody else."),
                (
                    "I8",
                    "Nobody answers about themselves, also not through a linked account, unless members review themselves; who can’t be reached is replaced by the fallback."
                ),
                (
                    "I9",
                    "Nobody answered: no change, remove, approve, or the recommendation; results are applied by themselves or by hand; who is denied loses the assignment, a guest too."
                ),
                (
                    "I10",
                    "The guards hold: the last administrator stays, and an emergency account waits for a second administrator."
                ),
                ("I11", "Stop ends a review for good; reset clears the answers while it runs."),
                ("I12", "Needless permanent administrators are found by members who review themselves, with a reason."),
                (
                    "I13",
                    "Results are copied as CSV or JSON Lines by those who may read them, from chat by a link that works once; each copy is recorded."
                ),
                (
                    "I14",
                    "A review is not started, in progress, completing, completed, applying, applied or stopped, by Graph’s names."
                ),
                (
                    "I15",
                    "Reviews are listed for those who may see their role and scope; reviewers read what they review; nobody else learns of them."
                ),
            ]
        ),
    ];
}
