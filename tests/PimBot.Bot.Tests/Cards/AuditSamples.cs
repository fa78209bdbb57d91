using PimBot.Application.Audit;
using PimBot.Application.Exports;
using PimBot.Bot.Audit;
using PimBot.Bot.Cards;
using PimBot.Channel.Cards;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;

namespace PimBot.Bot.Tests.Cards;

/// <summary>Entries of the audit, one of them, a chart, the form, a file, and who held a role.</summary>
internal static class AuditSamples
{
    private static readonly RequestId Request = new(new Guid("11111111-2222-4333-8444-555555555555"));
    private static readonly DateTimeOffset October = new(2025, 9, 30, 23, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<CardSample> All { get; } =
    [
        new(typeof(AuditCard), "first-page", c => AuditCard.For(Page(c), Names(c), RequestViews.Zone)),
        new(
            typeof(AuditCard),
            "later-page-with-filter",
            c =>
                AuditCard.For(
                    Page(c) with
                    {
                        Filter = Filter(c),
                        IsLater = true,
                        Count = AuditPage.CountBound,
                    },
                    Names(c),
                    RequestViews.Zone
                ),
            IsFullest: true
        ),
        new(
            typeof(AuditCard),
            "my-audit-without-entries",
            c =>
                AuditCard.For(
                    Page(c) with
                    {
                        Sight = AuditSight.Own(c.Alice.Id),
                        Entries = [],
                        Count = 0,
                        HasMore = false,
                    },
                    Names(c),
                    RequestViews.Zone
                )
        ),
        new(
            typeof(AuditEntryCard),
            "approval",
            c => AuditEntryCard.For(Entries(c)[1], Names(c), RequestViews.Now, RequestViews.Zone),
            IsFullest: true
        ),
        new(
            typeof(AuditEntryCard),
            "by-pimbot-itself",
            c => AuditEntryCard.For(Entries(c)[0], Names(c), RequestViews.Now, RequestViews.Zone)
        ),
        new(
            typeof(AuditChartCard),
            "two-weeks",
            c => Chart(c, [1, 0, 4, 2, 0, 0, 9, 3, 1, 0, 0, 12, 2, 5]),
            IsFullest: true
        ),
        new(typeof(AuditChartCard), "nothing", c => Chart(c, [0, 0, 0])),
        new(typeof(AuditFilterCard), "empty", _ => AuditFilterCard.For(new AuditForm())),
        new(
            typeof(AuditFilterCard),
            "filled-in-with-a-fault",
            c =>
                AuditFilterCard.For(
                    new AuditForm
                    {
                        Person = c.Typed,
                        Role = c.Role.Name,
                        Scope = c.Scope.Name,
                        Kind = AuditKind.Approvals,
                        Since = new DateOnly(2025, 10, 1),
                        Until = new DateOnly(2025, 10, 31),
                        Ticket = c.Typed,
                    },
                    $"I know no role, person or place “{c.Typed}” that you may ask about."
                ),
            IsFullest: true
        ),
        new(typeof(AuditExportCard), "which-form", c => AuditExportCard.Ask(Filter(c), Names(c), RequestViews.Zone)),
        new(
            typeof(AuditExportCard),
            "link",
            c =>
                AuditExportCard.Ready(
                    Filter(c),
                    Names(c),
                    ExportFormat.Csv,
                    new Uri("https://pimbot.contoso.example/verify/11111111222243338444555555555555"),
                    RequestViews.Zone
                ),
            IsFullest: true
        ),
        new(
            typeof(AuditExportCard),
            "no-address",
            c => AuditExportCard.Ready(new AuditFilter(), Names(c), ExportFormat.JsonLines, null, RequestViews.Zone)
        ),
        new(
            typeof(HoldingsCard),
            "several",
            c =>
                HoldingsCard.For(
                    Answer(c),
                    1,
                    c.Scope with
                    {
                        Kind = ScopeKind.Subscription,
                    },
                    c.Role.Name,
                    RequestViews.Zone
                ),
            IsFullest: true
        ),
        new(
            typeof(HoldingsCard),
            "nobody",
            c =>
                HoldingsCard.For(
                    Answer(c) with
                    {
                        Rows = [],
                        All = 0,
                        People = 0,
                        RecordBegin = October.AddYears(-1),
                    },
                    0,
                    null,
                    c.Role.Name,
                    RequestViews.Zone
                )
        ),
        new(
            typeof(HoldingsCard),
            "only-ones-own-and-cut-off",
            c =>
                HoldingsCard.For(
                    Answer(c) with
                    {
                        Rows = [.. Rows(c).Take(1)],
                        All = 1,
                        People = 1,
                        IsOwnOnly = true,
                        IsCutOff = true,
                    },
                    0,
                    null,
                    c.Role.Name,
                    RequestViews.Zone
                )
        ),
    ];

    private static AdaptiveCard Chart(Cast cast, int[] counts) =>
        AuditChartCard.For(
            Filter(cast),
            Names(cast),
            [.. counts.Select((count, i) => (new DateOnly(2025, 10, 18).AddDays(i), count))],
            isCutOff: false,
            RequestViews.Zone
        );

    private static AuditFilter Filter(Cast cast) =>
        new()
        {
            Person = cast.Bob.Id,
            Role = cast.Role.Id,
            Scope = cast.Scope.Id,
            Actions = [.. AuditKinds.In(AuditKind.Approvals).Order()],
            Ticket = cast.Ticket.Number,
            Since = October,
            Until = new DateTimeOffset(2025, 10, 31, 23, 0, 0, TimeSpan.Zero),
        };

    private static AuditNames Names(Cast cast) =>
        new([cast.Alice, cast.Bob, cast.Carol, cast.Frank], [], [cast.Role], [cast.Scope]);

    private static AuditPage Page(Cast cast) =>
        new()
        {
            Now = RequestViews.Now,
            Filter = new AuditFilter(),
            Sight = new AuditSight { Reader = cast.Frank.Id, SeesEverything = true },
            Entries = Entries(cast),
            Names = Names(cast),
            Count = 1_000 - 13,
            HasMore = true,
            IsLater = false,
        };

    private static AuditEntry[] Entries(Cast cast) =>
        [
            Entry(cast, AuditAction.AccessGranted, null, cast.Alice.Id, null),
            Entry(cast, AuditAction.RequestApproved, cast.Bob.Id, cast.Alice.Id, cast.Reason),
            Entry(cast, AuditAction.ActivationRequested, cast.Alice.Id, cast.Alice.Id, cast.Why),
            Entry(cast, AuditAction.AssignmentRefused, cast.Carol.Id, cast.Bob.Id, cast.Why),
            Entry(cast, AuditAction.PolicyChanged, cast.Frank.Id, null, null),
            Entry(cast, AuditAction.AuditExported, cast.Frank.Id, null, null),
        ];

    private static AuditEntry Entry(
        Cast cast,
        AuditAction action,
        PersonId? actor,
        PersonId? subject,
        string? reason
    ) =>
        AuditChain.Link(
            41_000 - (int)action,
            RequestViews.Now.AddMinutes(-(int)action),
            new AuditEvent
            {
                Action = action,
                Actor = actor,
                Subject = subject,
                Access = cast.Access,
                Request = Request,
                Reason = reason,
                Ticket = reason is null ? null : cast.Ticket.Number,
                Source = actor is null ? null : "chat:msteams",
                Detail = reason is null ? null : cast.Typed,
            },
            AuditChain.Beginning
        );

    private static HoldingsAnswer Answer(Cast cast) =>
        new()
        {
            Ask = new HoldingsAsk(
                cast.Role.Id,
                null,
                null,
                October,
                new DateTimeOffset(2025, 10, 31, 23, 0, 0, TimeSpan.Zero),
                false
            ),
            Now = RequestViews.Now,
            RecordBegin = October.AddDays(4),
            IsOwnOnly = false,
            Rows = Rows(cast),
            All = 14,
            People = 9,
            IsCutOff = false,
            Names = Names(cast),
        };

    private static Holding[] Rows(Cast cast) =>
        [
            Row(
                cast,
                cast.Alice,
                HoldingKind.Activated,
                October.AddDays(9).AddHours(12),
                October.AddDays(9).AddHours(14)
            ) with
            {
                Reason = cast.Why,
                Ticket = cast.Ticket.Number,
                ApprovedBy = cast.Bob.Id,
            },
            Row(cast, cast.Bob, HoldingKind.Assigned, null, null),
            Row(cast, cast.Carol, HoldingKind.Assigned, October.AddDays(3), October.AddDays(17)) with
            {
                GivenBy = cast.Frank.Id,
                Reason = cast.Reason,
            },
            Row(cast, cast.Frank, HoldingKind.Assigned, October.AddDays(20), RequestViews.Now.AddDays(30)),
        ];

    private static Holding Row(
        Cast cast,
        Person person,
        HoldingKind kind,
        DateTimeOffset? from,
        DateTimeOffset? until
    ) =>
        new()
        {
            Person = person.Id,
            Access = cast.Access,
            Kind = kind,
            From = from,
            Until = until,
        };
}
