using System.Globalization;
using PimBot.Application.Work;
using PimBot.Bot.Commands;
using PimBot.Bot.Turns;
using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Dialogs.Reviews;

/// <summary>What stands in the fields of a review's form, as text; a client may send anything.</summary>
internal sealed record ReviewForm
{
    public string? Role { get; init; }

    public string? Scope { get; init; }

    public string? Kind { get; init; }

    public string? Reviewers { get; init; }

    public string? Names { get; init; }

    public string? Fallback { get; init; }

    public string? Days { get; init; }

    public string? Pattern { get; init; }

    /// <summary>"4 times", "until 31 December"; empty: for ever.</summary>
    public string? End { get; init; }

    public string? Start { get; init; }

    public string? Silence { get; init; }

    public bool IsAutoApplied { get; init; }

    public bool IsReasonRequired { get; init; } = true;

    public bool ShowsRecommendations { get; init; } = true;

    public bool IsReminderSent { get; init; } = true;

    /// <summary>What a dialog has found out already.</summary>
    public static async Task<ReviewForm> FromAsync(
        IPimUnitOfWork work,
        ReviewDialogState state,
        TimeZoneInfo zone,
        CancellationToken cancellation
    )
    {
        var settings = state.Settings(zone);
        return new ReviewForm
        {
            Role = state.Role,
            Scope = state.Scope,
            Kind = settings.Type?.ToString() ?? "Both",
            Reviewers = settings.Reviewers.ToString(),
            Names = await NamesAsync(work, state.Chosen, cancellation),
            Fallback = await NamesAsync(work, state.Fallback, cancellation),
            Days = settings.Days.ToString(CultureInfo.InvariantCulture),
            Pattern = settings.Recurrence.Pattern.ToString(),
            End =
                settings.Recurrence.Count is { } count ? $"{count} times"
                : settings.Recurrence.Until is { } until ? $"until {until:yyyy-MM-dd}"
                : null,
            Start = state.Asked.Start is { } start
                ? TimeZoneInfo.ConvertTime(start, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
                : null,
            Silence = settings.WhenSilent.ToString(),
            IsAutoApplied = settings.IsAutoApplied,
            IsReasonRequired = settings.IsReasonRequired,
            ShowsRecommendations = settings.ShowsRecommendations,
            IsReminderSent = settings.IsReminderSent,
        };
    }

    /// <summary>What the form asks for; or what is wrong with it.</summary>
    /// <param name="context">The turn.</param>
    /// <param name="id">The dialog's id.</param>
    /// <param name="cancellation">Stops the read.</param>
    public async Task<(ReviewDialogState State, string? Problem)> ReadAsync(
        TurnContext context,
        string id,
        CancellationToken cancellation
    )
    {
        var (asked, problem) = Asked(context);
        var state = new ReviewDialogState
        {
            Id = id,
            Role = Role,
            Scope = Scope,
            IsRestUsual = true,
            IsFallbackSaid = true,
        }.With(asked);
        if (asked.Reviewers is ReviewerKind.Chosen)
        {
            var (people, unknown) = await FindAsync(context, Names, cancellation);
            problem = unknown ?? problem;
            state = state with { Chosen = people };
        }

        if (!string.IsNullOrWhiteSpace(Fallback))
        {
            var (people, unknown) = await FindAsync(context, Fallback, cancellation);
            problem = unknown ?? problem;
            state = state with { Fallback = people };
        }

        return (state, problem);
    }

    private (ReviewAsked Asked, string? Problem) Asked(TurnContext context)
    {
        var text = new TextContext(context.Now, context.Zone, []);
        var timed = ReviewTextReader.Change(
            string.Join(", ", new[] { End, Start is null ? null : $"from {Start}" }.OfType<string>()),
            text
        );
        var problem = timed.Fault ?? (timed.Unread is { } unread ? $"I don’t understand “{unread}”." : null);
        var days = int.TryParse(Days, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return (
            new ReviewAsked
            {
                IsTypeSaid = true,
                Type = Enum.TryParse<AssignmentType>(Kind, out var type) && Enum.IsDefined(type) ? type : null,
                Reviewers = Known(Reviewers, ReviewerKind.Self),
                Days = days,
                Pattern = Known(Pattern, RecurrencePattern.OneTime),
                Count = timed.Count,
                Until = timed.Until,
                IsEndless = timed is { Count: null, Until: null },
                Start = timed.Start,
                WhenSilent = Known(Silence, SilenceRule.NoChange),
                IsAutoApplied = IsAutoApplied,
                IsReasonRequired = IsReasonRequired,
                ShowsRecommendations = ShowsRecommendations,
                IsReminderSent = IsReminderSent,
            },
            problem
        );
    }

    private static T Known<T>(string? text, T otherwise)
        where T : struct, Enum => Enum.TryParse<T>(text, out var known) && Enum.IsDefined(known) ? known : otherwise;

    private static async Task<(IReadOnlyList<string> People, string? Problem)> FindAsync(
        TurnContext context,
        string? names,
        CancellationToken cancellation
    )
    {
        var (people, problem) = await ReviewerNames.FindAsync(
            context,
            (names ?? "").Split([',', ';', '\n']),
            cancellation
        );
        return ([.. people.Select(p => p.Value)], problem);
    }

    private static async Task<string?> NamesAsync(
        IPimUnitOfWork work,
        IReadOnlyList<string> ids,
        CancellationToken cancellation
    )
    {
        var people = await work.Directory.PeopleAsync([.. ids.Select(id => new PersonId(id))], cancellation);
        return people.Count == 0 ? null : string.Join(", ", people.Select(p => p.Upn ?? p.Mail ?? p.Name));
    }
}
