using PimBot.Api.Access;
using PimBot.Api.Answers;
using PimBot.Application.Reviews;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Reviews;

namespace PimBot.Api.Reviews;

/// <summary>The settings of a review in Graph's words, and back.</summary>
internal static class ReviewWords
{
    private const string OfManager = "./manager";
    private const string OfUser = "/users/";
    private const string Weekly = "weekly";
    private const string Monthly = "absoluteMonthly";

    public static IReadOnlyList<ReviewerScope> Reviewers(ReviewSettings settings) =>
        settings.Reviewers switch
        {
            ReviewerKind.Self => [],
            ReviewerKind.Manager => [new ReviewerScope(OfManager)],
            _ => People(settings.Chosen),
        };

    public static IReadOnlyList<ReviewerScope> People(IEnumerable<PersonId> people) =>
        [.. people.Select(person => new ReviewerScope(OfUser + person.Value))];

    public static ReviewSettingsResource Settings(ReviewSettings settings) =>
        new(settings.Days)
        {
            JustificationRequiredOnApproval = settings.IsReasonRequired,
            RecommendationsEnabled = settings.ShowsRecommendations,
            DefaultDecision = settings.WhenSilent switch
            {
                SilenceRule.Remove => "Deny",
                SilenceRule.Approve => "Approve",
                SilenceRule.TakeRecommendation => "Recommendation",
                _ => "None",
            },
            AutoApplyDecisionsEnabled = settings.IsAutoApplied,
            ReminderNotificationsEnabled = settings.IsReminderSent,
            Recurrence = Recurrence(settings),
        };

    /// <exception cref="ApiProblemException">A word is unknown; the problem names the place.</exception>
    public static StartReviewCommand Command(ReviewDefinitionBody body, PersonId actor)
    {
        var range = body.Settings.Recurrence?.Range;
        var isManager = body.Reviewers is [{ Query: OfManager }];
        var settings = new ReviewSettings
        {
            Type = body.AssignmentType is { } type
                ? Names.Find<AssignmentType>(type)
                    ?? throw ApiProblemException.Bad("Allowed are eligible and active.", "$.assignmentType")
                : null,
            Reviewers =
                body.Reviewers.Count == 0 ? ReviewerKind.Self
                : isManager ? ReviewerKind.Manager
                : ReviewerKind.Chosen,
            Chosen = isManager ? [] : Ids(body.Reviewers, "$.reviewers"),
            Fallback = Ids(body.FallbackReviewers ?? [], "$.fallbackReviewers"),
            Days = body.Settings.InstanceDurationInDays,
            Recurrence = Recurrence(body.Settings.Recurrence),
            TimeZone = range?.RecurrenceTimeZone ?? "Etc/UTC",
            IsReasonRequired = body.Settings.JustificationRequiredOnApproval,
            ShowsRecommendations = body.Settings.RecommendationsEnabled,
            WhenSilent = Silence(body.Settings.DefaultDecision),
            IsAutoApplied = body.Settings.AutoApplyDecisionsEnabled,
            IsReminderSent = body.Settings.ReminderNotificationsEnabled,
        };
        var access = new RoleScope(new RoleId(body.RoleDefinitionId), new ScopeId(body.DirectoryScopeId));
        return new StartReviewCommand(actor, access, settings)
        {
            Name = body.DisplayName,
            Start = body.StartDateTime,
            IsValidationOnly = body.IsValidationOnly,
        };
    }

    private static List<PersonId> Ids(IReadOnlyList<ReviewerScope> scopes, string place) =>
        [
            .. scopes.Select(
                (scope, i) =>
                    scope.Query.StartsWith(OfUser, StringComparison.Ordinal) && scope.Query.Length > OfUser.Length
                        ? new PersonId(scope.Query[OfUser.Length..])
                        : throw ApiProblemException.Bad(
                            "Write /users/ and the person's id; ./manager stands alone.",
                            $"{place}[{i}].query"
                        )
            ),
        ];

    private static SilenceRule Silence(string word) =>
        word switch
        {
            "None" => SilenceRule.NoChange,
            "Deny" => SilenceRule.Remove,
            "Approve" => SilenceRule.Approve,
            "Recommendation" => SilenceRule.TakeRecommendation,
            _ => throw ApiProblemException.Bad(
                "Allowed are None, Deny, Approve and Recommendation.",
                "$.settings.defaultDecision"
            ),
        };

    private static ReviewRecurrence Recurrence(ReviewRecurrenceResource? recurrence)
    {
        if (recurrence is null)
        {
            return ReviewRecurrence.Once;
        }

        var pattern = (recurrence.Pattern.Type, recurrence.Pattern.Interval) switch
        {
            (Weekly, 1) => RecurrencePattern.Weekly,
            (Monthly, 1) => RecurrencePattern.Monthly,
            (Monthly, 3) => RecurrencePattern.Quarterly,
            (Monthly, 6) => RecurrencePattern.SemiAnnually,
            (Monthly, 12) => RecurrencePattern.Annually,
            _ => throw ApiProblemException.Bad(
                "Allowed are weekly with interval 1, and absoluteMonthly with 1, 3, 6 or 12.",
                "$.settings.recurrence.pattern"
            ),
        };
        return recurrence.Range switch
        {
            { Type: "noEnd", EndDate: null, NumberOfOccurrences: null } => new() { Pattern = pattern },
            { Type: "endDate", EndDate: { } until, NumberOfOccurrences: null } => new()
            {
                Pattern = pattern,
                Until = until,
            },
            { Type: "numbered", EndDate: null, NumberOfOccurrences: { } count } => new()
            {
                Pattern = pattern,
                Count = count,
            },
            _ => throw ApiProblemException.Bad(
                "Allowed are noEnd, endDate with endDate, and numbered with numberOfOccurrences.",
                "$.settings.recurrence.range"
            ),
        };
    }

    private static ReviewRecurrenceResource? Recurrence(ReviewSettings settings)
    {
        var recurrence = settings.Recurrence;
        if (recurrence.Pattern is RecurrencePattern.OneTime)
        {
            return null;
        }

        var pattern = recurrence.Pattern switch
        {
            RecurrencePattern.Weekly => new RecurrencePart(Weekly, 1),
            RecurrencePattern.Quarterly => new RecurrencePart(Monthly, 3),
            RecurrencePattern.SemiAnnually => new RecurrencePart(Monthly, 6),
            RecurrencePattern.Annually => new RecurrencePart(Monthly, 12),
            _ => new RecurrencePart(Monthly, 1),
        };
        var type =
            recurrence.Until is not null ? "endDate"
            : recurrence.Count is not null ? "numbered"
            : "noEnd";
        var range = new RecurrenceEnd(type)
        {
            EndDate = recurrence.Until,
            NumberOfOccurrences = recurrence.Count,
            RecurrenceTimeZone = settings.TimeZone,
        };
        return new ReviewRecurrenceResource(pattern, range);
    }
}
