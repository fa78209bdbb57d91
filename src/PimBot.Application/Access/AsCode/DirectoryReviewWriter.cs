using System.Globalization;
using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Access.AsCode;

/// <summary>Writes one series of access reviews: what people look for always, the rest where it is set.</summary>
internal static class DirectoryReviewWriter
{
    private static readonly ReviewSettings Published = new() { Reviewers = ReviewerKind.Self, Days = 1 };

    public static DirectoryNode Write(DirectoryReview review)
    {
        var (settings, recurrence) = (review.Settings, review.Settings.Recurrence);
        return DirectoryNodes.Map(
            ("name", DirectoryNodes.Text(review.Name)),
            ("role", DirectoryNodes.Text(review.Access.Role.Value)),
            ("scope", DirectoryNodes.Text(review.Access.Scope.Value)),
            ("type", settings.Type is { } type ? DirectoryNodes.Word(DirectoryVocabulary.AssignmentTypes, type) : null),
            ("reviewers", Reviewers(settings)),
            ("fallback", DirectoryNodes.ListOrNothing(settings.Fallback.Select(p => DirectoryNodes.Text(p.Value)))),
            ("start", DirectoryNodes.Moment(review.First)),
            ("duration", DirectoryNodes.Duration(TimeSpan.FromDays(settings.Days))),
            ("recurrence", DirectoryNodes.Word(DirectoryVocabulary.Recurrences, recurrence.Pattern)),
            ("until", DirectoryNodes.TextOrNothing(recurrence.Until?.ToString("O", CultureInfo.InvariantCulture))),
            ("occurrences", recurrence.Count is { } count ? DirectoryNodes.Number(count) : null),
            ("timeZone", DirectoryNodes.Text(settings.TimeZone)),
            ("reasonRequired", DirectoryNodes.FlagUnless(Published.IsReasonRequired, settings.IsReasonRequired)),
            (
                "recommendations",
                DirectoryNodes.FlagUnless(Published.ShowsRecommendations, settings.ShowsRecommendations)
            ),
            ("whenSilent", DirectoryNodes.Word(DirectoryVocabulary.Silence, settings.WhenSilent)),
            ("autoApply", DirectoryNodes.Flag(settings.IsAutoApplied)),
            ("reminder", DirectoryNodes.FlagUnless(Published.IsReminderSent, settings.IsReminderSent))
        );
    }

    private static DirectoryNode Reviewers(ReviewSettings settings) =>
        settings.Reviewers is ReviewerKind.Chosen
            ? DirectoryNodes.List(settings.Chosen.Select(p => DirectoryNodes.Text(p.Value)))
            : DirectoryNodes.Word(DirectoryVocabulary.Reviewers, settings.Reviewers);
}
