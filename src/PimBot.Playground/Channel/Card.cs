using System.Text.Json;

namespace PimBot.Playground.Channel;

/// <summary>One attachment as the page gets it.</summary>
/// <param name="ContentType">The page renders Adaptive Cards and names anything else.</param>
/// <param name="Content">A value of its own: never tied to a pooled document.</param>
internal sealed record Card(string ContentType, JsonElement? Content, string? Name);
