using PimBot.Domain.Policies;

namespace PimBot.Domain.Access;

/// <summary>Every change of a grant's state, as pure functions.</summary>
public static class GrantLife
{
    /// <summary>An activation can't be ended by its holder within 5 minutes of its start (PIM's rule).</summary>
    public static readonly TimeSpan ShortestBeforeEnd = TimeSpan.FromMinutes(5);

    /// <summary>The target gave access: the time runs from now, at most until the eligibility ends. Unchanged when it is no longer wanted.</summary>
    public static Grant Granted(Grant grant, DateTimeOffset now, DateTimeOffset? eligibleUntil) =>
        grant.State is not GrantState.Provisioning
            ? grant
            : grant with
            {
                State = GrantState.Active,
                Failures = 0,
                LastError = null,
                From = now,
                Until = Earlier(now + grant.Duration, eligibleUntil),
            };

    /// <summary>Prolongs a running activation to <paramref name="duration"/> from now, never shortening it.</summary>
    public static Decision<Grant> Extend(
        Grant grant,
        TimeSpan duration,
        DateTimeOffset now,
        DateTimeOffset? eligibleUntil
    )
    {
        if (!grant.IsActiveAt(now))
        {
            return Refusal.Because(ReasonCode.NotActive);
        }

        var until = Earlier(now + duration, eligibleUntil);
        return until <= grant.Until
            ? grant
            : grant with
            {
                Until = until,
                Duration = duration,
                Reminded = false,
                KeptSince = null,
            };
    }

    public static Decision<Grant> EndByHolder(Grant grant, PersonId by, DateTimeOffset now) =>
        grant switch
        {
            _ when grant.Person != by => Refusal.Because(ReasonCode.NotYours),
            _ when !grant.IsActiveAt(now) => Refusal.Because(ReasonCode.NotActive),
            _ when now < grant.From + ShortestBeforeEnd => Refusal.Because(
                ReasonCode.ActiveDurationTooShort,
                at: grant.From + ShortestBeforeEnd
            ),
            _ => End(grant, now, GrantEndCause.EndedByHolder, by),
        };

    /// <summary>What time does: the reminder, then the end. Null when nothing is due.</summary>
    public static Grant? Advance(Grant grant, DateTimeOffset now) =>
        grant switch
        {
            { State: GrantState.Active } when now >= grant.Until => End(grant, now, GrantEndCause.Expired, null),
            { State: GrantState.Active, Reminded: false } when now >= grant.RemindAt => grant with { Reminded = true },
            _ => null,
        };

    /// <summary>Ends an open grant for any cause; the target is asked to take the access away.</summary>
    /// <exception cref="InvalidOperationException">It ended before: a grant ends once.</exception>
    public static Grant End(Grant grant, DateTimeOffset now, GrantEndCause cause, PersonId? by) =>
        grant.IsOpen
            ? grant with
            {
                State = GrantState.Revoking,
                Failures = 0,
                LastError = null,
                End = new GrantEnd(now, cause, by),
            }
            : throw Impossible(grant, GrantState.Revoking);

    /// <summary>
    /// Keeps the last active holder of a guarded role past the end, until the next look. Nobody is reminded of that: it is
    /// no end.
    /// </summary>
    public static Grant Keep(Grant grant, DateTimeOffset now) =>
        grant with
        {
            Until = now + AssignmentLife.KeepStep,
            KeptSince = grant.KeptSince ?? grant.Until,
            Reminded = true,
        };

    /// <summary>The target did not do as asked; it will be asked again.</summary>
    public static Grant Delayed(Grant grant, string error) =>
        grant with
        {
            Failures = grant.Failures + 1,
            LastError = error,
        };

    /// <summary>The target showed the access gone.</summary>
    /// <exception cref="InvalidOperationException">It was not to be taken away.</exception>
    public static Grant Gone(Grant grant) =>
        grant.State is GrantState.Revoking
            ? grant with
            {
                State = GrantState.Revoked,
                Failures = 0,
                LastError = null,
            }
            : throw Impossible(grant, GrantState.Revoked);

    private static InvalidOperationException Impossible(Grant grant, GrantState next) =>
        new($"Grant {grant.Id} is {grant.State} and can't become {next}.");

    private static DateTimeOffset Earlier(DateTimeOffset end, DateTimeOffset? limit) => limit < end ? limit.Value : end;
}
