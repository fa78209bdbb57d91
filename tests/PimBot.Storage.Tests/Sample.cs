using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;

namespace PimBot.Storage.Tests;

/// <summary>Data with every optional part filled and texts that databases tend to spoil.</summary>
internal static class Sample
{
    /// <summary>Quotes, wildcards, right-to-left, emoji, combining marks, line ends, JSON's and SQL's own characters.</summary>
    public const string Hostile =
        "'; DROP TABLE people; -- \"x\" %_\\ {0} \u202Eabc 👩‍💻 e\u0301 \r\n\t $1 \\u0000 ﷽ \uFFFD";

    public static readonly DateTimeOffset Instant = new DateTimeOffset(
        2026,
        3,
        29,
        1,
        30,
        0,
        TimeSpan.Zero
    ).AddMicroseconds(123456);

    /// <summary>From milliseconds to decades apart, so that every byte of an id's time differs somewhere.</summary>
    public static readonly IReadOnlyList<DateTimeOffset> Moments =
    [
        Instant,
        Instant.AddMilliseconds(1),
        Instant.AddMilliseconds(300),
        Instant.AddMinutes(2),
        Instant.AddHours(9),
        Instant.AddDays(60),
        Instant.AddYears(20),
    ];

    public static readonly RoleScope Access = new(new RoleId("role"), new ScopeId("/subscriptions/1"));

    public static Person Person(string id, string? name = null) =>
        new()
        {
            Id = new PersonId(id),
            Name = name ?? id,
            Kind = PersonKind.Member,
        };

    public static RolePolicy Policy(RoleScope access) =>
        new()
        {
            Access = access,
            Activation = new ActivationPolicy
            {
                Maximum = TimeSpan.FromMinutes(90),
                Require = ActivationRequirements.Mfa | ActivationRequirements.Approval,
                Approvers =
                [
                    new ApproverReference { Person = new PersonId(Hostile) },
                    new ApproverReference { Group = new GroupId("g") },
                    new ApproverReference { Role = new RoleId("r") },
                ],
                Window = TimeSpan.FromDays(14),
                IsDecisionReasonRequired = false,
                AuthenticationContext = "c1",
            },
            Eligible = new AssignmentPolicy { Maximum = TimeSpan.FromDays(90), OfferedMaximum = TimeSpan.FromDays(15) },
            Active = new AssignmentPolicy { Require = ActivationRequirements.Justification },
            Notify = NotificationEvents.Activation | NotificationEvents.ActiveAssignment,
            Notifications =
            [
                new NotificationRule
                {
                    Recipient = NotificationRecipient.Approvers,
                    Event = NotificationEvents.Activation,
                    IsDefaultRecipientsEnabled = false,
                    FurtherRecipients = [Hostile],
                    IsCriticalOnly = true,
                },
            ],
            Version = 7,
        };

    public static ActivationRequest Request(string person = "alice", string role = "role") =>
        new()
        {
            Id = new RequestId(Guid.NewGuid()),
            Action = RequestAction.SelfActivate,
            Requester = new PersonId(person),
            Access = Access with { Role = new RoleId(role) },
            State = RequestState.PendingApproval,
            CreatedAt = Instant,
            Ask = new ActivationAsk { Duration = TimeSpan.FromHours(1) },
            Policy = RolePolicy.Default(Access),
            DecideBy = Instant.AddDays(1),
        };

    public static ActivationRequest FullRequest() =>
        Request() with
        {
            Action = RequestAction.SelfExtend,
            Requester = new PersonId(Hostile),
            Ask = new ActivationAsk
            {
                Duration = TimeSpan.FromMinutes(90),
                Start = Instant.AddHours(2).AddTicks(7),
                Justification = Hostile,
                Ticket = new Ticket(Hostile, "ServiceNow"),
            },
            Policy = Policy(Access),
            Extends = new GrantId(Guid.NewGuid()),
            Grant = new GrantId(Guid.NewGuid()),
            Proof = new VerificationProof(Instant, "acrs:c1"),
            VerifyBy = Instant.AddMinutes(15),
            Decision = new ApprovalDecision(new PersonId(Hostile), Instant, Verdict.Deny, Hostile),
            IsEscalated = true,
            IsPolicyFrozen = true,
            Outcome = new RequestOutcome(Instant, new PersonId("bob"), ReasonCode.TargetRefused),
        };

    public static Assignment Assignment(string person = "alice") =>
        new()
        {
            Id = Guid.NewGuid(),
            Person = new PersonId(person),
            Access = Access,
            Type = AssignmentType.Eligible,
        };

    /// <summary>An order that was carried out: it waits for nothing.</summary>
    public static AssignmentRequest AssignmentRequest() =>
        new()
        {
            Id = new RequestId(Guid.NewGuid()),
            Action = RequestAction.AdminAssign,
            CreatedBy = new PersonId("alice"),
            CreatedAt = Instant,
            Principal = Principal.Of(new PersonId("bob")),
            Access = Access,
            Assignment = Guid.NewGuid(),
            Ask = new AssignmentAsk { Type = AssignmentType.Active },
            State = RequestState.Provisioned,
        };

    /// <summary>The id of a request that is made at that moment.</summary>
    public static RequestId RequestIdAt(DateTimeOffset at) => new(Guid.CreateVersion7(at));

    public static Grant Grant(string person = "alice", GrantState state = GrantState.Provisioning) =>
        new()
        {
            Id = new GrantId(Guid.NewGuid()),
            Person = new PersonId(person),
            Access = Access,
            State = state,
            Duration = TimeSpan.FromHours(2),
        };

    public static Grant ActiveGrant(string person, DateTimeOffset from) =>
        Grant(person, GrantState.Active) with
        {
            From = from,
            Until = from.AddHours(2),
        };

    public static AuditEvent Event(string? reason = null) =>
        new() { Action = AuditAction.ActivationRequested, Reason = reason };

    public static AuditEvent FullEvent(RequestId request) =>
        new()
        {
            Action = AuditAction.RequestDenied,
            Actor = new PersonId(Hostile),
            Subject = new PersonId("alice\0\ud800"),
            Access = new RoleScope(new RoleId("r\udfff"), new ScopeId(Hostile)),
            Request = request,
            Grant = new GrantId(Guid.NewGuid()),
            Reason = Hostile + "\0\ud83d",
            Ticket = "INC-1 \ude00",
            Detail = "a\0b",
            Group = new GroupId(Hostile),
            Source = "chat:msteams",
            Correlation = "turn",
        };
}
