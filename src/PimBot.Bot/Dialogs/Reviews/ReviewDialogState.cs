using System.Text.Json.Serialization;
using PimBot.Bot.Commands;
using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Dialogs.Reviews;

/// <summary>What is known so far of a review that somebody wants to start, and the question that is open. Kept as JSON.</summary>
internal sealed record ReviewDialogState
{
    public const int CurrentSchema = 1;

    /// <summary>Days unless somebody says otherwise.</summary>
    public const int UsualDays = 14;

    public int Schema { get; init; } = CurrentSchema;

    public required string Id { get; init; }

    /// <summary>The open question.</summary>
    public string? Step { get; init; }

    public string? Question { get; init; }

    /// <summary>What was said, names not looked up yet among it.</summary>
    public ReviewAsked Asked { get; init; } = ReviewAsked.Nothing;

    public string? Role { get; init; }

    public string? Scope { get; init; }

    /// <summary>Ids of the chosen reviewers.</summary>
    public IReadOnlyList<string> Chosen { get; init; } = [];

    /// <summary>Ids of the fallback reviewers.</summary>
    public IReadOnlyList<string> Fallback { get; init; } = [];

    /// <summary>What the confirmation said of who is asked.</summary>
    public string? Seen { get; init; }

    /// <summary>Whether it is known who answers where there is no reviewer.</summary>
    public bool IsFallbackSaid { get; init; }

    /// <summary>Whether what has not been said is to be as usual, without further questions.</summary>
    public bool IsRestUsual { get; init; }

    /// <summary>Whether an end was said that could not be read: it is asked for, for without one it would never end.</summary>
    public bool IsEndUnread { get; init; }

    [JsonIgnore]
    public RoleScope? Access =>
        (Role, Scope) is ({ } role, { } scope) ? new RoleScope(new RoleId(role), new ScopeId(scope)) : null;

    /// <summary>How the review is to be held, as far as it was said; the rest as usual.</summary>
    public ReviewSettings Settings(TimeZoneInfo zone) =>
        new()
        {
            Type = Asked.Type,
            Reviewers = Asked.Reviewers ?? ReviewerKind.Self,
            Chosen = [.. Chosen.Select(id => new PersonId(id))],
            Fallback = [.. Fallback.Select(id => new PersonId(id))],
            Days = Asked.Days ?? UsualDays,
            Recurrence = new ReviewRecurrence
            {
                Pattern = Asked.Pattern ?? RecurrencePattern.OneTime,
                Count = IsRecurring ? Asked.Count : null,
                Until = IsRecurring ? Asked.Until : null,
            },
            TimeZone = IanaOf(zone),
            IsReasonRequired = Asked.IsReasonRequired ?? true,
            ShowsRecommendations = Asked.ShowsRecommendations ?? true,
            WhenSilent = Asked.WhenSilent ?? SilenceRule.NoChange,
            IsAutoApplied = Asked.IsAutoApplied ?? false,
            IsReminderSent = Asked.IsReminderSent ?? true,
        };

    [JsonIgnore]
    public bool IsRecurring => Asked.Pattern is not (null or RecurrencePattern.OneTime);

    /// <summary>With what was said now in place of what was said before.</summary>
    public ReviewDialogState With(ReviewAsked said) =>
        this with
        {
            IsEndUnread = IsEndSaid(said) ? said.FaultIn is ReviewAskedPart.End : IsEndUnread,
            Asked = Asked with
            {
                RoleText = said.RoleText ?? Asked.RoleText,
                PlaceText = said.PlaceText ?? Asked.PlaceText,
                Names = said.Names.Count > 0 ? said.Names : Asked.Names,
                FallbackNames = said.FallbackNames.Count > 0 ? said.FallbackNames : Asked.FallbackNames,
                Type = said.IsTypeSaid ? said.Type : Asked.Type,
                IsTypeSaid = said.IsTypeSaid || Asked.IsTypeSaid,
                Reviewers = said.Reviewers ?? (said.Names.Count > 0 ? ReviewerKind.Chosen : Asked.Reviewers),
                Days = said.Days ?? Asked.Days,
                Pattern = said.Pattern ?? Asked.Pattern,
                Count = IsEndSaid(said) ? said.Count : Asked.Count,
                Until = IsEndSaid(said) ? said.Until : Asked.Until,
                IsEndless = IsEndSaid(said) ? said.IsEndless : Asked.IsEndless,
                Start = said.Start ?? Asked.Start,
                WhenSilent = said.WhenSilent ?? Asked.WhenSilent,
                IsAutoApplied = said.IsAutoApplied ?? Asked.IsAutoApplied,
                IsReasonRequired = said.IsReasonRequired ?? Asked.IsReasonRequired,
                ShowsRecommendations = said.ShowsRecommendations ?? Asked.ShowsRecommendations,
                IsReminderSent = said.IsReminderSent ?? Asked.IsReminderSent,
            },
        };

    private static bool IsEndSaid(ReviewAsked said) =>
        said.IsEndless || said.Count is not null || said.Until is not null || said.FaultIn is ReviewAskedPart.End;

    private static string IanaOf(TimeZoneInfo zone) =>
        zone.HasIanaId ? zone.Id
        : TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var iana) ? iana
        : "Etc/UTC";
}
