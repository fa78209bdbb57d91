using PimBot.Domain.Alerts;

namespace PimBot.Bot.Wording;

/// <summary>What a fix of an alert does, in English words.</summary>
internal static class AlertFixWords
{
    /// <summary>The title of a button that fixes.</summary>
    public static string Verb(AlertKind kind, bool isAdoption) =>
        AlertDefinitions.Of(kind).Fix switch
        {
            AlertFix.RequireMfa => "Require it for",
            _ when isAdoption => "Adopt",
            _ => "Remove",
        };

    public static string Question(AlertKind kind, bool isAdoption, int count) =>
        AlertDefinitions.Of(kind).Fix switch
        {
            AlertFix.RequireMfa => $"Require multi-factor authentication for {Count(count, "role", "roles")}?",
            AlertFix.RemoveOrAdopt when isAdoption =>
                $"Adopt {Count(count, "assignment", "assignments")} from outside?",
            AlertFix.RemoveOrAdopt => $"Take {Count(count, "assignment", "assignments")} from outside away?",
            _ => $"Remove {Count(count, "assignment", "assignments")}?",
        };

    /// <summary>What follows.</summary>
    public static string Consequence(AlertKind kind, bool isAdoption) =>
        AlertDefinitions.Of(kind).Fix switch
        {
            AlertFix.RequireMfa =>
                "From then on, whoever activates one of these proves to be themselves with a second factor. Requests under way must, too.",
            AlertFix.RemoveOrAdopt when isAdoption =>
                "Each becomes an active assignment of PimBot’s, for as long as the role’s settings allow, with all that they demand. The access stays as it is.",
            AlertFix.RemoveOrAdopt =>
                "The access ends at once, unless PimBot itself gives the same. Nobody asks its holder.",
            _ => "They lose the role; what they activated of it ends at once. They are told.",
        };

    /// <summary>What was done.</summary>
    public static string Done(AlertKind kind, bool isAdoption, int count) =>
        AlertDefinitions.Of(kind).Fix switch
        {
            AlertFix.RequireMfa => $"{Count(count, "role requires", "roles require")} multi-factor authentication now",
            AlertFix.RemoveOrAdopt when isAdoption => $"{count} adopted",
            AlertFix.RemoveOrAdopt => count == 1 ? "1 is being taken away" : $"{count} are being taken away",
            _ => $"{count} removed",
        };

    private static string Count(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count} {many}";
}
