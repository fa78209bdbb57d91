namespace PimBot.Playground;

/// <summary>One of the demo's people, as the page shows them.</summary>
/// <param name="Id">What the bot receives as <c>from.aadObjectId</c>. Opaque, unique.</param>
/// <param name="Name">Display name.</param>
/// <param name="Mail">User principal name or mail address.</param>
/// <param name="Kind">Such as <c>member</c>, <c>guest</c> or <c>emergency</c>; shown as a badge.</param>
/// <param name="Summary">One sentence on what they hold or are eligible for.</param>
public sealed record PlaygroundPerson(string Id, string Name, string Mail, string Kind, string Summary);
