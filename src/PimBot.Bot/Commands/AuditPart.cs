namespace PimBot.Bot.Commands;

/// <summary>Words that name somebody or something, and the word before them that hints at what, such as "by" or "at".</summary>
internal readonly record struct AuditPart(string Before, string Text);
