using FsCheck;
using FsCheck.Fluent;
using PimBot.Domain.Access;
using PimBot.Domain.Approvals;
using PimBot.Domain.Policies;

namespace PimBot.Scenarios.Model;

/// <summary>Makes random lives: most steps make sense, some don't.</summary>
internal static class StepGenerator
{
    private const int Fewest = 6;
    private const int Most = 24;

    private static readonly Gen<bool> Mostly = Gen.Frequency((9, Gen.Constant(true)), (1, Gen.Constant(false)));

    private static readonly Gen<int> Recent = Gen.Frequency(
        (6, Gen.Constant(0)),
        (3, Gen.Choose(1, 2)),
        (1, Gen.Choose(3, 9))
    );

    private static readonly Gen<string> Requester = Gen.Frequency(
        (6, Gen.Constant("alice")),
        (2, Gen.Elements("carol", "dan")),
        (1, Anyone())
    );

    private static readonly Gen<string?> Owner = Gen.Frequency(
        (9, Gen.Constant((string?)null)),
        (1, Anyone().Select(person => (string?)person))
    );

    private static readonly Gen<string> Approver = Gen.Frequency(
        (4, Gen.Constant("bob")),
        (3, Gen.Elements("carol", "frank")),
        (3, Anyone())
    );

    private static readonly Gen<int> Minutes = Gen.Frequency(
        (10, Gen.Elements(5, 6, 30, 59, 60)),
        (2, Gen.Elements(61, 120, 121, 240, 480)),
        (1, Gen.Elements(-60, 0, 4, 481))
    );

    private static readonly Gen<int?> StartInMinutes = Gen.Frequency(
        (8, Gen.Constant((int?)null)),
        (3, Gen.Elements<int?>(0, 1, 10, 60, 300, 2880)),
        (1, Gen.Elements<int?>(-1, -2, 525_601))
    );

    private static readonly Gen<Step> Any = Gen.Frequency(
        (8, Activate()),
        (4, Extend()),
        (9, Decide()),
        (3, Cancel()),
        (4, End()),
        (9, Verify()),
        (5, Wait()),
        (6, WaitUntilDue()),
        (18, Pass()),
        (1, Gen.Constant((Step)new Step.Restart())),
        (3, Gen.Elements(Enum.GetValues<TargetMood>()).Select(mood => (Step)new Step.Target(mood))),
        (2, Gen.Constant((Step)new Step.Target(TargetMood.Works))),
        (5, Directory())
    );

    /// <summary>Single steps, and among them stories that lead to access unless something comes between.</summary>
    public static Arbitrary<Step[]> Lives { get; } =
        Arb.From(
            Gen.Choose(Fewest, Most)
                .SelectMany(count =>
                    Gen.Frequency((5, Any.Select(step => new[] { step })), (1, Story()), (1, Sequel()), (1, OnTheDot()))
                        .ArrayOf(count)
                )
                .Select(parts => parts.SelectMany(part => part).ToArray()),
            Shorter
        );

    private static Gen<string> Anyone() => Gen.Elements(Cast.People.Select(p => p.Id.Value));

    private static Gen<Step[]> Story() =>
        from role in Gen.Elements<RoleScope>(Cast.Roles)
        from minutes in Gen.Elements(5, 30, 60)
        from start in Gen.Frequency((5, Gen.Constant((int?)null)), (1, Gen.Constant((int?)10)))
        from approver in Gen.Elements("bob", "carol", "frank")
        from mood in Gen.Elements(Enum.GetValues<TargetMood>())
        from between in Gen.OneOf(Any, Directory())
        from at in Gen.Choose(-3, 4)
        let plot = new Step[]
        {
            new Step.Activate("alice", role, minutes, start, true, true),
            new Step.Verify(null, 0, 0),
            new Step.Decide(approver, 0, Verdict.Approve, true),
            new Step.Target(mood),
            new Step.Pass(PassKind.Outbox),
        }
        select at <= 0 ? plot : [.. plot[..at], between, .. plot[at..]];

    private static Gen<Step[]> Sequel() =>
        from seconds in Gen.Choose(1, 1500)
        from minutes in Gen.Elements(30, 60, 120)
        from approver in Gen.Elements("bob", "carol", "frank")
        from between in Gen.OneOf(Any, Directory())
        from at in Gen.Choose(-3, 4)
        let plot = new Step[]
        {
            new Step.Wait(TimeSpan.FromSeconds(seconds)),
            new Step.Extend(null, 0, minutes, true, true),
            new Step.Verify(null, 0, 0),
            new Step.Decide(approver, 0, Verdict.Approve, true),
        }
        select at <= 0 ? plot : [.. plot[..at], between, .. plot[at..]];

    private static Gen<Step[]> OnTheDot() =>
        from wait in WaitUntilDue()
        from then in Gen.OneOf(End(), Extend(), Decide(), Verify(), Cancel(), Pass())
        select new[] { wait, then };

    private static Gen<Step> Activate() =>
        from person in Requester
        from role in Gen.Elements<RoleScope>(Cast.Roles)
        from minutes in Minutes
        from start in StartInMinutes
        from reason in Mostly
        from ticket in Mostly
        select (Step)new Step.Activate(person, role, minutes, start, reason, ticket);

    private static Gen<Step> Extend() =>
        from person in Owner
        from grant in Recent
        from minutes in Minutes
        from reason in Mostly
        from ticket in Mostly
        select (Step)new Step.Extend(person, grant, minutes, reason, ticket);

    private static Gen<Step> Decide() =>
        from person in Approver
        from request in Recent
        from verdict in Gen.Elements(Verdict.Approve, Verdict.Approve, Verdict.Deny)
        from reason in Mostly
        select (Step)new Step.Decide(person, request, verdict, reason);

    private static Gen<Step> Cancel() =>
        from person in Owner
        from request in Recent
        select (Step)new Step.Cancel(person, request);

    private static Gen<Step> End() =>
        from person in Owner
        from grant in Recent
        select (Step)new Step.End(person, grant);

    private static Gen<Step> Verify() =>
        from person in Owner
        from request in Recent
        from age in Gen.Frequency(
            (6, Gen.Constant((int?)0)),
            (1, Gen.Constant((int?)null)),
            (1, Gen.Elements<int?>(-1, 60, 3600))
        )
        select (Step)new Step.Verify(person, request, age);

    private static Gen<Step> Wait() =>
        Gen.Frequency((6, Gen.Choose(1, 600)), (3, Gen.Choose(600, 7200)), (1, Gen.Choose(7200, 3 * 86_400)))
            .Select(seconds => (Step)new Step.Wait(TimeSpan.FromSeconds(seconds)));

    private static Gen<Step> WaitUntilDue() =>
        from instant in Gen.Frequency((3, Gen.Constant(0)), (2, Gen.Choose(1, 5)))
        from microseconds in Gen.Elements(-1, 0, 0, 1)
        select (Step)new Step.WaitUntilDue(instant, microseconds);

    private static Gen<Step> Pass() =>
        Gen.Elements(PassKind.Requests, PassKind.Grants, PassKind.Outbox, PassKind.Outbox)
            .Select(kind => (Step)new Step.Pass(kind));

    private static Gen<Step> Directory() =>
        Gen.OneOf(
            from person in Gen.OneOf(Requester, Anyone())
            from enabled in Gen.Elements(true, false)
            select (Step)new Step.Enable(person, enabled),
            Anyone().Select(person => (Step)new Step.ToggleApprover(person)),
            from person in Requester
            from role in Gen.Elements<RoleScope>(Cast.Roles)
            from end in Gen.Elements<int?>(null, 5, 60, 600)
            select (Step)new Step.ToggleEligibility(person, role, end),
            from role in Gen.Elements<RoleScope>(Cast.Roles)
            from require in Gen.Choose(0, 15)
            from minutes in Gen.Elements(5, 30, 60, 240)
            from window in Gen.Elements(1, 24, 48)
            from frank in Gen.Elements(true, false)
            select (Step)new Step.ChangePolicy(role, (ActivationRequirements)require, minutes, window, frank)
        );

    // Leaves out half, a quarter … one step, everywhere.
    private static IEnumerable<Step[]> Shorter(Step[] steps)
    {
        for (var length = (steps.Length + 1) / 2; length > 0; length = length == 1 ? 0 : (length + 1) / 2)
        {
            for (var from = 0; from < steps.Length; from += length)
            {
                yield return [.. steps[..from], .. steps[Math.Min(from + length, steps.Length)..]];
            }
        }
    }
}
