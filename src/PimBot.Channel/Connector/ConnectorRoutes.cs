namespace PimBot.Channel.Connector;

/// <summary>The connector's URLs. Ids are opaque and escaped whole.</summary>
internal static class ConnectorRoutes
{
    /// <summary>Null when an id cannot stand in a path: URLs treat a segment of dots as a way to go up, escaped or not.</summary>
    public static Uri? Activities(ConversationReference reference, string? activityId)
    {
        if (!CanBeSegment(reference.ConversationId) || (activityId is not null && !CanBeSegment(activityId)))
        {
            return null;
        }

        var url =
            $"{reference.ServiceUrl.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(reference.ConversationId)}/activities";
        return new Uri(activityId is null ? url : $"{url}/{Uri.EscapeDataString(activityId)}", UriKind.Absolute);
    }

    /// <summary>Null when the service URL is none.</summary>
    public static Uri? Conversations(string serviceUrl) =>
        Uri.TryCreate($"{serviceUrl.TrimEnd('/')}/v3/conversations", UriKind.Absolute, out var url) ? url : null;

    private static bool CanBeSegment(string id) => id.Trim('.').Length > 0;
}
