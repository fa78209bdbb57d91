using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using PimBot.Channel.Tests.Scene;

namespace PimBot.Channel.Tests.Endpoint;

public sealed class BodyTests : IAsyncLifetime
{
    private const int Limit = 256 * 1024;

    private BotHost host = null!;

    public static TheoryData<string> Malformed => [.. MalformedBodies.Keys];

    private static readonly Dictionary<string, byte[]> MalformedBodies = new()
    {
        ["empty"] = [],
        ["white space"] = "   "u8.ToArray(),
        ["no JSON"] = "hello"u8.ToArray(),
        ["cut off"] = Encoding.UTF8.GetBytes(BotHost.Message().ToJsonString()[..^1]),
        ["two values"] = Encoding.UTF8.GetBytes(BotHost.Message().ToJsonString() + "{}"),
        ["comment"] = Encoding.UTF8.GetBytes("/* x */" + BotHost.Message().ToJsonString()),
        ["trailing comma"] = Encoding.UTF8.GetBytes(BotHost.Message().ToJsonString()[..^1] + ",}"),
        ["array"] = "[]"u8.ToArray(),
        ["text"] = "\"text\""u8.ToArray(),
        ["number"] = "1"u8.ToArray(),
        ["null"] = "null"u8.ToArray(),
        ["empty object"] = "{}"u8.ToArray(),
        ["byte order mark"] = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(BotHost.Message().ToJsonString())],
        ["UTF-16"] = Encoding.Unicode.GetBytes(BotHost.Message().ToJsonString()),
        ["invalid UTF-8"] = Encoding.Latin1.GetBytes(Extra("\"x\":\"\u00ff\"")),
        ["overlong UTF-8"] =
        [
            .. Encoding.UTF8.GetBytes("{\"x\":\""),
            0xC0,
            0xAF,
            .. Encoding.UTF8.GetBytes("\"," + BotHost.Message().ToJsonString()[1..]),
        ],
        ["half a surrogate pair in the text"] = Encoding.UTF8.GetBytes(Extra("\"x\":\"\\udc00\"")),
        ["half a surrogate pair in a key"] = Encoding.UTF8.GetBytes(Extra("\"\\ud800\":1")),
        ["key twice"] = Encoding.UTF8.GetBytes(Extra("\"type\":\"message\"")),
        ["key twice, once escaped"] = Encoding.UTF8.GetBytes(Extra("\"\\u0074ype\":\"message\"")),
        ["key twice within value"] = Encoding.UTF8.GetBytes(
            Extra("\"value\":{\"verb\":\"show\",\"verb\":\"approve\"}")
        ),
        ["key twice within what nobody reads"] = Encoding.UTF8.GetBytes(Extra("\"x\":[{\"a\":1,\"a\":2}]")),
        ["65 deep"] = Encoding.UTF8.GetBytes(Extra("\"x\":" + Nested(64))),
        ["100,000 deep"] = Encoding.UTF8.GetBytes(Extra("\"x\":" + Nested(100_000))),
        ["NUL in an id"] = Encoding.UTF8.GetBytes(
            BotHost.Message().ToJsonString().Replace("activity-1", "a\\u0000b", StringComparison.Ordinal)
        ),
        ["line break in an id"] = Encoding.UTF8.GetBytes(
            BotHost.Message().ToJsonString().Replace("activity-1", "a\\nb", StringComparison.Ordinal)
        ),
        ["id of 1,025 characters"] = Encoding.UTF8.GetBytes(
            BotHost.Message().ToJsonString().Replace("activity-1", new string('a', 1025), StringComparison.Ordinal)
        ),
    };

    public async ValueTask InitializeAsync() => host = await BotHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task A_malformed_body_is_answered_with_400(string body)
    {
        using var response = await host.PostAsync(MalformedBodies[body], "Bearer " + host.GoodToken());
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(host.Bot.Turns);
    }

    [Fact]
    public async Task Sixty_four_deep_is_deep_enough_and_allowed()
    {
        using var response = await host.PostAsync(Extra("\"x\":" + Nested(63)), host.GoodToken());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData(0, HttpStatusCode.OK)]
    [InlineData(1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task The_limit_is_256_KiB(int above, HttpStatusCode status)
    {
        var body = BotHost.Message().ToJsonString().PadRight(Limit + above);
        using var response = await host.PostAsync(body, host.GoodToken());
        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task The_limit_holds_without_a_declared_length()
    {
        using var content = new StreamContent(new MemoryStream(new byte[Limit * 4]));
        using var response = await SendAsync(content, "application/json", chunked: true);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Many_keys_are_no_trouble()
    {
        var keys = string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"\"k{i}\":1"));
        using var response = await host.PostAsync(Extra(keys), host.GoodToken());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_compressed_body_is_not_inflated()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(
                Encoding.UTF8.GetBytes(BotHost.Message().ToJsonString()),
                TestContext.Current.CancellationToken
            );
        }

        using var content = new ByteArrayContent(packed.ToArray());
        content.Headers.ContentEncoding.Add("gzip");
        using var response = await SendAsync(content, "application/json");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Theory]
    [InlineData("text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    [InlineData(null, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json; charset=utf-8", HttpStatusCode.OK)]
    public async Task Only_JSON_is_taken(string? mediaType, HttpStatusCode status)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(BotHost.Message().ToJsonString()));
        using var response = await SendAsync(content, mediaType);
        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Only_POST_is_answered()
    {
        using var response = await host.Client.GetAsync("/api/messages", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpContent content, string? mediaType, bool chunked = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = content };
        request.Headers.TransferEncodingChunked = chunked;
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", host.GoodToken());
        content.Headers.ContentType = mediaType is null ? null : MediaTypeHeaderValue.Parse(mediaType);
        return await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    private static string Extra(string member) => "{" + member + "," + BotHost.Message().ToJsonString()[1..];
}
