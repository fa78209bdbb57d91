using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;

namespace PimBot.Application.Audit;

/// <summary>
/// Answers who held a role at some time in a span: by assignment or activation, direct or through a group, as it was
/// then, whatever became of it since.
/// </summary>
public static class HoldingsReader
{
    private const int MostRead = 5000;

    /// <param name="work">The unit of work.</param>
    /// <param name="reader">Who asks: whoever sees nothing of the role is told of themselves only.</param>
    /// <param name="ask">What is asked.</param>
    /// <param name="skip">Rows of the pages before.</param>
    /// <param name="most">Rows on the page.</param>
    /// <param name="cancellation">Stops the read.</param>
    public static async Task<HoldingsAnswer> ReadAsync(
        IPimUnitOfWork work,
        PersonId reader,
        HoldingsAsk ask,
        int skip,
        int most,
        CancellationToken cancellation
    )
    {
        var sight = await AuditSightReader.ReadAsync(work, reader, cancellation);
        var places = ask.Scope is { } scope
            ? (await work.Directory.ScopePathAsync(scope, cancellation)).Select(s => s.Id).Append(scope).ToHashSet()
            : null;
        bool IsWanted(RoleScope access, PersonId person) =>
            (places?.Contains(access.Scope) is not false)
            && (ask.Person is null || ask.Person == person)
            && (person == reader || sight.Sees(access));

        var periods = await work.History.AssignmentsAsync([ask.Role], ask.From, ask.Until, MostRead, cancellation);
        var grants = await work.History.ActivationsAsync([ask.Role], ask.From, ask.Until, MostRead, cancellation);
        var outside = await OutsideHistory.ReadAsync(work, sight, ask.Role, cancellation);
        var principals = periods.Select(p => p.Principal).Concat(outside.Select(o => o.Principal));
        var groups = await GroupHistory.ReadAsync(work, principals, ask, cancellation);
        var all = periods
            .Where(p => ask.WithEligible || p.Type is AssignmentType.Active)
            .SelectMany(p => Of(p, groups))
            .Concat(grants.Select(Of))
            .Concat(outside.SelectMany(o => Of(o.Principal, o.Held, groups)))
            .Concat(await MembersAsync(work, ask, cancellation))
            .Where(h => IsWanted(h.Access, h.Person) && Overlaps(h, ask))
            .ToList();
        var joined = Join(all);
        var names = await NamesAsync(work, joined, cancellation);
        var ordered = joined
            .OrderBy(h => names.Of(h.Person), StringComparer.OrdinalIgnoreCase)
            .ThenBy(h => h.Person.Value, StringComparer.Ordinal)
            .ThenBy(h => h.From ?? DateTimeOffset.MinValue)
            .ToList();
        var rows = new List<Holding>();
        foreach (var row in ordered.Skip(skip).Take(most))
        {
            rows.Add(await WithReasonAsync(work, row, cancellation));
        }

        return new HoldingsAnswer
        {
            Ask = ask,
            Now = work.Now,
            RecordBegin = await work.History.BeginAsync(cancellation),
            IsOwnOnly = !SeesAnything(sight, ask),
            Rows = rows,
            All = ordered.Count,
            People = ordered.Select(h => h.Person).Distinct().Count(),
            IsCutOff =
                periods.Count == MostRead || grants.Count == MostRead || outside.Count >= OutsideHistory.MostRead,
            Names = await NamesAsync(work, rows, cancellation),
        };
    }

    private static bool SeesAnything(AuditSight sight, HoldingsAsk ask) =>
        ask.Scope is { } scope
            ? sight.Sees(new RoleScope(ask.Role, scope))
            : sight.SeesEverything || sight.Roles.Contains(ask.Role) || sight.RolesAtScopes.Contains(ask.Role);

    private static bool Overlaps(Holding held, HoldingsAsk ask) =>
        (held.From is null || held.From < ask.Until)
        && (held.Until is null || held.Until > ask.From)
        && !(held.From >= held.Until);

    // Whom the directory names a member of a group holds the role of a member there.
    private static async Task<IEnumerable<Holding>> MembersAsync(
        IPimUnitOfWork work,
        HoldingsAsk ask,
        CancellationToken cancellation
    )
    {
        if (
            ask.Scope is not { } scope
            || Scope.GroupOf(scope) is not { } group
            || await work.Directory.FindRoleAsync(ask.Role, cancellation) is not { Kind: RoleKind.GroupMember }
        )
        {
            return [];
        }

        var named = await work.History.MembershipsAsync([group], ask.From, ask.Until, cancellation);
        return named.Select(m => new Holding
        {
            Person = m.Person,
            Access = new RoleScope(ask.Role, scope),
            Kind = HoldingKind.Member,
            From = m.From,
            Until = m.Until,
        });
    }

    private static IEnumerable<Holding> Of(AssignmentPeriod period, GroupHistory groups)
    {
        var held = new Holding
        {
            Person = period.Principal.Person ?? default,
            Access = period.Access,
            Kind = period.Type is AssignmentType.Active ? HoldingKind.Assigned : HoldingKind.Eligible,
            Group = period.Principal.Group,
            From = period.From,
            Until = period.Until,
            Assignment = period.Assignment,
            RecordedAt = period.RecordedAt,
        };
        return Of(period.Principal, held, groups);
    }

    private static IEnumerable<Holding> Of(Principal principal, Holding held, GroupHistory groups) =>
        principal.Group is { } group ? groups.Through(group, held) : [held];

    private static Holding Of(Grant grant) =>
        new()
        {
            Person = grant.Person,
            Access = grant.Access,
            Kind = HoldingKind.Activated,
            From = grant.From,
            Until = grant.End is { } end && end.At < grant.Until ? end.At : grant.Until,
            Grant = grant.Id,
        };

    // What was changed without a pause is one time for whoever asks.
    private static List<Holding> Join(IEnumerable<Holding> all)
    {
        var joined = new List<Holding>();
        foreach (
            var next in all.OrderBy(h => h.Person.Value, StringComparer.Ordinal)
                .ThenBy(h => h.Kind)
                .ThenBy(h => h.Group?.Value, StringComparer.Ordinal)
                .ThenBy(h => h.Assignment)
                .ThenBy(h => h.Grant?.Value)
                .ThenBy(h => h.From ?? DateTimeOffset.MinValue)
        )
        {
            if (joined is [.., var last] && GoesOn(last, next))
            {
                joined[^1] = last with
                {
                    Until = last.Until is null || next.Until < last.Until ? last.Until : next.Until,
                };
            }
            else
            {
                joined.Add(next);
            }
        }

        return joined;
    }

    private static bool GoesOn(Holding last, Holding next) =>
        last.Assignment is not null
        && (last.Person, last.Kind, last.Group, last.Assignment)
            == (next.Person, next.Kind, next.Group, next.Assignment)
        && (last.Until is null || (next.From ?? DateTimeOffset.MinValue) <= last.Until);

    private static async Task<Holding> WithReasonAsync(
        IPimUnitOfWork work,
        Holding held,
        CancellationToken cancellation
    )
    {
        if (held.Grant is { } grant)
        {
            var requests = await work.Requests.OfGrantAsync(grant, cancellation);
            return requests is [var first, ..]
                ? held with
                {
                    Reason = first.Ask.Justification,
                    Ticket = first.Ask.Ticket?.ToString(),
                    ApprovedBy = first.Decision?.By,
                }
                : held;
        }

        if (held.Assignment is not { } assignment)
        {
            return held;
        }

        var orders = await work.AssignmentRequests.OfAssignmentAsync(assignment, cancellation);
        var order = orders.LastOrDefault(o =>
            o.State is RequestState.Provisioned or RequestState.Revoked
            && o.Action is not RequestAction.AdminRemove
            && (o.Decision?.At ?? o.CreatedAt) <= held.RecordedAt
        );
        return order is null
            ? held
            : held with
            {
                Reason = order.Ask.Justification,
                GivenBy = order.CreatedBy,
                ApprovedBy = order.Decision?.By,
            };
    }

    private static Task<AuditNames> NamesAsync(
        IPimUnitOfWork work,
        IReadOnlyList<Holding> rows,
        CancellationToken cancellation
    ) =>
        AuditNames.ReadAsync(
            work,
            [
                .. rows.SelectMany(row =>
                    new[]
                    {
                        new AuditEvent
                        {
                            Action = AuditAction.AccessGranted,
                            Actor = row.GivenBy,
                            Subject = row.Person,
                            Access = row.Access,
                        },
                        new AuditEvent
                        {
                            Action = AuditAction.AccessGranted,
                            Actor = row.ApprovedBy,
                            Group = row.Group,
                        },
                    }
                ),
            ],
            cancellation
        );
}
