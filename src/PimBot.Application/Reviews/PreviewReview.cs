using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Reviews;

/// <summary>What a review would be if it were started now: shown before somebody confirms it. Changes nothing.</summary>
public static class PreviewReview
{
    private const int MostDates = 3;

    /// <returns>A refusal for the same reasons as <see cref="StartReview"/>.</returns>
    public static async Task<Decision<ReviewPreview>> RunAsync(
        IPimUnitOfWork work,
        StartReviewCommand command,
        CancellationToken cancellation
    )
    {
        var valid = await StartReview.RunAsync(work, command with { IsValidationOnly = true }, cancellation);
        if (!valid.IsAllowed)
        {
            return valid.Refusal;
        }

        var members = await ReviewMembersReader.ReadAsync(work, valid.Value, cancellation);
        var isSelf = command.Settings.Reviewers is ReviewerKind.Self;
        var asked = members.Reviewers.Select(r => r.Person).ToHashSet();
        return new ReviewPreview
        {
            Items = members.Items.Count,
            Asked = await NamesAsync(work, asked, cancellation),
            AskedOfThemselves = isSelf
                ? members
                    .Items.Where(i => ReviewRules.IsOwnQuestion(valid.Value, i))
                    .Select(i => i.Reviewer)
                    .Distinct()
                    .Count()
                : 0,
            Unasked = await UnaskedAsync(work, members, cancellation),
            Elsewhere = members.Items.Count(i => i.Pool is ReviewerPool.Fallback),
            Starts = Starts(valid.Value),
        };
    }

    private static async Task<IReadOnlyList<string>> UnaskedAsync(
        IPimUnitOfWork work,
        ReviewMembers members,
        CancellationToken cancellation
    )
    {
        var unasked = await UnanswerableItems.AmongAsync(work, members.Items, members.Reviewers, cancellation);
        var assignees = await Assignee.ReadAsync(work, [.. unasked.Select(i => i.Principal).Distinct()], cancellation);
        return [.. assignees.Values.Select(a => a.Name).Order(StringComparer.OrdinalIgnoreCase)];
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(
        IPimUnitOfWork work,
        IReadOnlyCollection<PersonId> people,
        CancellationToken cancellation
    ) =>
        [
            .. (await work.Directory.PeopleAsync(people, cancellation))
                .Select(p => p.Name)
                .Order(StringComparer.OrdinalIgnoreCase),
        ];

    private static IReadOnlyList<DateTimeOffset> Starts(AccessReview first)
    {
        var (settings, zone) = (first.Settings, ReviewStart.ZoneOf(first.Settings));
        return
        [
            .. Enumerable
                .Range(1, MostDates)
                .Select(n => ReviewCalendar.StartOf(settings.Recurrence, first.ScheduledStart, n, zone))
                .OfType<DateTimeOffset>(),
        ];
    }
}
