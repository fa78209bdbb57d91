using PimBot.Application.Access;
using PimBot.Domain.Access;
using PimBot.Domain.Alerts;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Tests.AsCode;

/// <summary>Random access reviews and settings of alerts, all of them possible.</summary>
internal sealed class RandomOversight(Random random, Func<string> odd)
{
    public DirectoryReview Review(int i, (Role Role, Scope Scope) access, IReadOnlyList<Person> people)
    {
        var able = people.Where(p => ReviewRules.MayReview(p) && Maybe()).Select(p => p.Id).ToList();
        var first = RandomDirectory.Now.AddMinutes(random.Next(-900_000, 500_000));
        var recurrence = Recurrence(first);
        var kind =
            able.Count > 0 && Maybe() ? ReviewerKind.Chosen
            : Maybe() ? ReviewerKind.Self
            : ReviewerKind.Manager;
        return new DirectoryReview
        {
            Access = new RoleScope(access.Role.Id, access.Scope.Id),
            Name = $"{i} {odd()}",
            First = first,
            Ahead = new ReviewId(Guid.NewGuid()),
            Settings = new ReviewSettings
            {
                Type = Maybe() ? Pick<AssignmentType>() : null,
                Reviewers = kind,
                Chosen = kind is ReviewerKind.Chosen ? able : [],
                Fallback = able,
                Days = random.Next(1, ReviewCalendar.LongestDays(recurrence.Pattern) + 1),
                Recurrence = recurrence,
                TimeZone = Maybe() ? "Etc/UTC" : "Europe/Zurich",
                IsReasonRequired = Maybe(),
                ShowsRecommendations = Maybe(),
                WhenSilent = Pick<SilenceRule>(),
                IsAutoApplied = Maybe(),
                IsReminderSent = Maybe(),
            },
        };
    }

    public List<DirectoryAlert> Alerts(IReadOnlyList<Scope> scopes) =>
        [
            .. from definition in AlertDefinitions.All
            from scope in scopes
            where definition.IsOfAzure == scope.Kind is not (ScopeKind.Directory or ScopeKind.Group)
            where (definition.IsOfAzure || scope.Kind is ScopeKind.Directory) && Maybe()
            select Alert(definition, scope) into alert
            where alert != DirectoryAlert.Default(alert.Key)
            select alert,
        ];

    private DirectoryAlert Alert(AlertDefinition definition, Scope scope)
    {
        var values = definition.Thresholds.Aggregate(
            new AlertThresholds(),
            (set, t) => set.With(t.Name, random.Next(t.Least, t.Most + 1))
        );
        return new DirectoryAlert(new AlertKey(definition.Kind, scope.Id), Maybe(), values);
    }

    private ReviewRecurrence Recurrence(DateTimeOffset first)
    {
        var pattern = Pick<RecurrencePattern>();
        return pattern switch
        {
            RecurrencePattern.OneTime => ReviewRecurrence.Once,
            _ when Maybe() => new() { Pattern = pattern, Count = random.Next(1, 50) },
            _ when Maybe() => new()
            {
                Pattern = pattern,
                Until = DateOnly.FromDateTime(first.UtcDateTime).AddDays(random.Next(1, 900)),
            },
            _ => new() { Pattern = pattern },
        };
    }

    private T Pick<T>()
        where T : struct, Enum => Enum.GetValues<T>()[random.Next(Enum.GetValues<T>().Length)];

    private bool Maybe() => random.Next(2) == 0;
}
