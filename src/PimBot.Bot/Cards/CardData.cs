using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PimBot.Channel.Turns;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Cards;

/// <summary>What our cards carry in their data, and how it is read back. Ids only: authority is looked up.</summary>
internal static class CardData
{
    // As long as what may be typed; a client may send anything.
    private const int LongestText = 4000;
    private const string RequestKey = "request";
    private const string GrantKey = "grant";
    private const string AssignmentKey = "assignment";
    private const string RoleKey = "role";
    private const string ScopeKey = "scope";
    private const string ReviewKey = "review";
    private const string ItemKey = "item";
    private const string SeenKey = "seen";

    public static JsonObject Of(RequestId request) => new() { [RequestKey] = request.Value.ToString("N") };

    public static JsonObject Of(GrantId grant) => new() { [GrantKey] = grant.Value.ToString("N") };

    /// <summary>Of a standing assignment.</summary>
    public static JsonObject Of(Guid assignment) => new() { [AssignmentKey] = assignment.ToString("N") };

    public static JsonObject Of(RoleScope access) =>
        new() { [RoleKey] = access.Role.Value, [ScopeKey] = access.Scope.Value };

    /// <summary>Of a role, wherever it is held.</summary>
    public static JsonObject Of(RoleId role) => new() { [RoleKey] = role.Value };

    public static JsonObject Of(ReviewId review) => new() { [ReviewKey] = review.Value.ToString("N") };

    public static JsonObject Of(ReviewItem item)
    {
        var data = Of(item.Review);
        data[ItemKey] = item.Id.ToString("N");
        data[SeenKey] = SeenOf(item);
        return data;
    }

    /// <summary>Whether the item's answer is still the one that the card showed: nobody overwrites what they did not see.</summary>
    public static bool IsAsSeen(this CardAction action, ReviewItem item) => action.Text(SeenKey) == SeenOf(item);

    private static string SeenOf(ReviewItem item) =>
        item.Answer is { } answer ? answer.At.UtcTicks.ToString(CultureInfo.InvariantCulture) : "-";

    public static ReviewId? Review(this CardAction action) =>
        Guid.TryParse(action.Text(ReviewKey), out var id) ? new ReviewId(id) : null;

    /// <summary>Of one item of a review.</summary>
    public static Guid? Item(this CardAction action) => Guid.TryParse(action.Text(ItemKey), out var id) ? id : null;

    /// <summary>A whole number of at least 0; 0 where the data has none.</summary>
    public static int Number(this CardAction action, string key) =>
        int.TryParse(action.Text(key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public static RoleId? Role(this CardAction action) => action.Text(RoleKey) is { } role ? new RoleId(role) : null;

    public static RequestId? Request(this CardAction action) =>
        Guid.TryParse(action.Text(RequestKey), out var id) ? new RequestId(id) : null;

    public static GrantId? Grant(this CardAction action) =>
        Guid.TryParse(action.Text(GrantKey), out var id) ? new GrantId(id) : null;

    public static Guid? Assignment(this CardAction action) =>
        Guid.TryParse(action.Text(AssignmentKey), out var id) ? id : null;

    public static RoleScope? Access(this CardAction action) =>
        (action.Text(RoleKey), action.Text(ScopeKey)) is ({ } role, { } scope)
            ? new RoleScope(new RoleId(role), new ScopeId(scope))
            : null;

    /// <summary>A text from the card's data or inputs; null when it is absent, empty, or no text.</summary>
    public static string? Text(this CardAction action, string key) =>
        action.Data.TryGetPropertyValue(key, out var value)
        && value?.GetValueKind() is JsonValueKind.String
        && value.GetValue<string>() is { } text
        && !string.IsNullOrWhiteSpace(text)
            ? text[..Math.Min(text.Length, LongestText)]
            : null;
}
