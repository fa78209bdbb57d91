namespace PimBot.Channel.Tests.Scene;

internal sealed record SentRequest(string Method, string Url, string? Authorization, string? ContentType, string Body);
