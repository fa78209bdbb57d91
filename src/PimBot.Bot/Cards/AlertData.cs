using System.Globalization;
using System.Text.Json.Nodes;
using PimBot.Channel.Turns;
using PimBot.Domain.Access;
using PimBot.Domain.Alerts;

namespace PimBot.Bot.Cards;

/// <summary>What alerts' cards carry in their data, and how it is read back. Ids only: authority is looked up.</summary>
internal static class AlertData
{
    public const string ChosenInput = "incidents";
    private const string KindKey = "alert";
    private const string ScopeKey = "scope";
    private const string PageKey = "page";
    private const string AllKey = "all";
    private const string AdoptKey = "adopt";
    private const string SeenKey = "seen";
    private const string On = "true";
    private const int MostChosen = 20;

    public static JsonObject Of(AlertKey key, int page = 0)
    {
        var data = new JsonObject { [KindKey] = key.Kind.ToString(), [ScopeKey] = key.Scope.Value };
        if (page > 0)
        {
            data[PageKey] = page.ToString(CultureInfo.InvariantCulture);
        }

        return data;
    }

    public static JsonObject OfPage(int page) => new() { [PageKey] = page.ToString(CultureInfo.InvariantCulture) };

    /// <summary>To fix incidents: all, or those that are chosen on the card.</summary>
    public static JsonObject OfFix(AlertKey key, int page, bool isAll, bool isAdoption)
    {
        var data = Of(key, page);
        if (isAll)
        {
            data[AllKey] = On;
        }

        if (isAdoption)
        {
            data[AdoptKey] = On;
        }

        return data;
    }

    /// <summary>To confirm a fix of these incidents.</summary>
    public static JsonObject OfConfirmation(Bot.Alerts.AlertFixView view)
    {
        var data = OfFix(view.View.Key, 0, view.IsAll, view.IsAdoption);
        data[SeenKey] = view.Seen;
        if (!view.IsAll)
        {
            data[ChosenInput] = string.Join(',', view.Lines.Select(l => l.Incident.Incident.Id.ToString("N")));
        }

        return data;
    }

    public static AlertKey? Alert(this CardAction action) =>
        Enum.TryParse<AlertKind>(action.Text(KindKey), out var kind)
        && Enum.IsDefined(kind)
        && action.Text(ScopeKey) is { } scope
            ? new AlertKey(kind, new ScopeId(scope))
            : null;

    public static int Page(this CardAction action) =>
        int.TryParse(action.Text(PageKey), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 0;

    public static bool IsAdoption(this CardAction action) => action.Text(AdoptKey) == On;

    public static string? Seen(this CardAction action) => action.Text(SeenKey);

    /// <summary>The incidents that are meant; null: all. Empty: nothing was chosen.</summary>
    public static IReadOnlyCollection<Guid>? Incidents(this CardAction action) =>
        action.Text(AllKey) == On
            ? null
            :
            [
                .. (action.Text(ChosenInput) ?? "")
                    .Split(',', MostChosen + 1)
                    .Take(MostChosen)
                    .Select(text => Guid.TryParse(text, out var id) ? id : (Guid?)null)
                    .OfType<Guid>()
                    .Distinct(),
            ];
}
