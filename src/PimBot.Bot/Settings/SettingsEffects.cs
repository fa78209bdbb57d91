using PimBot.Application.Policies;

namespace PimBot.Bot.Settings;

/// <summary>Says whom a change of settings concerns.</summary>
internal static class SettingsEffects
{
    private const int MostNames = 5;

    /// <summary>Whether a change means something for others, so that it is confirmed before it is saved.</summary>
    public static bool Matters(IEnumerable<SettingsChange> changes) =>
        changes.Any(c => c.Effect is not SettingsEffect.Neutral);

    /// <summary>In words; never empty.</summary>
    public static string Say(PolicyView view, IReadOnlyList<SettingsChange> changes)
    {
        var has = changes.Select(c => c.Effect).ToHashSet();
        var activation = has.Any(e => e is SettingsEffect.StricterActivation or SettingsEffect.LooserActivation);
        List<string> sentences = [];
        if (has.Contains(SettingsEffect.StricterActivation))
        {
            sentences.Add(Stricter(view));
        }

        if (has.Contains(SettingsEffect.LooserActivation))
        {
            sentences.Add(
                view.UnderWay.Count == 0 || has.Contains(SettingsEffect.StricterActivation)
                    ? "Looser rules apply to later requests only."
                    : $"Looser rules apply to later requests only; {Requests(view)} under way {Keep(view)} the rules of when they were made."
            );
        }

        if (has.Contains(SettingsEffect.OtherApprovers))
        {
            sentences.Add(
                view.UnderWay.Count == 0
                    ? "The new approvers decide on requests from now on."
                    : $"The new approvers decide from now on, also on {Requests(view)} under way{Names(view)}."
            );
        }

        if ((activation || has.Contains(SettingsEffect.OtherApprovers)) && view.HasOwnUnderWay)
        {
            sentences.Add("Your own request under way goes on under the rules of when it was made.");
        }

        if (has.Contains(SettingsEffect.Assignments))
        {
            sentences.Add("Assignments that exist stay as they are; the new limits hold for later ones.");
        }

        return sentences.Count == 0 ? "It changes nothing that is under way." : string.Join(' ', sentences);
    }

    private static string Stricter(PolicyView view) =>
        view.UnderWay.Count == 0
            ? "Stricter rules apply at once; no other request is under way."
            : $"Stricter rules apply at once to {Requests(view)} under way{Names(view)}.";

    private static string Requests(PolicyView view) =>
        view.UnderWay.Count == 1 ? "1 request" : $"{view.UnderWay.Count} requests";

    private static string Keep(PolicyView view) => view.UnderWay.Count == 1 ? "keeps" : "keep";

    private static string Names(PolicyView view)
    {
        var names = view.Requesters.Distinct(StringComparer.Ordinal).ToList();
        var more = names.Count > MostNames ? $" and {names.Count - MostNames} more" : "";
        return names.Count == 0 ? "" : $" (of {string.Join(", ", names.Take(MostNames))}{more})";
    }
}
