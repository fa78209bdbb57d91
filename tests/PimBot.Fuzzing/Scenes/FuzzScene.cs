using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PimBot.Channel;
using PimBot.Fuzzing.Engine;
using PimBot.Scenarios.Access;
using PimBot.Testing;
using static PimBot.Fuzzing.Engine.PropertyBrokenException;

namespace PimBot.Fuzzing.Scenes;

/// <summary>The real host for one round, and what must hold of it whatever it was sent.</summary>
internal sealed partial class FuzzScene
{
    /// <summary>What the channel refuses because the input named conversations and messages that are not there.</summary>
    private static readonly string[] OfTheInput =
    [
        "unknown conversation",
        "unknown member",
        "the bot sent no such message",
    ];

    private string? token;
    private int activities;

    private FuzzScene(Scene scene, BehaviourLog log) => (Scene, Log) = (scene, log);

    public Scene Scene { get; }

    public BehaviourLog Log { get; }

    public static async Task<FuzzScene> StartAsync(params string[] installed)
    {
        var log = new BehaviourLog();
        var options = new SceneOptions
        {
            DirectoryFile = Company.DirectoryFile,
            Installed = installed,
            ConfigureServices = services =>
                services
                    .AddLogging(logging => logging.AddProvider(log))
                    .AddKeyedSingleton<TimeProvider>(ChannelClocks.Pace, new UnhurriedTime()),
        };
        return new FuzzScene(await Scene.StartAsync(options), log);
    }

    /// <summary>The text with this round's service URL, and with an id that was not used yet.</summary>
    public string Real(string template) =>
        template
            .Replace(ActivityOf.ServiceUrl, Scene.Channel.ServiceUrl, StringComparison.Ordinal)
            .Replace(ActivityOf.Id, $"f:{++activities}", StringComparison.Ordinal);

    /// <summary>The channel delivers this, and the work that follows is done.</summary>
    public async Task<BotAnswer> PostAsync(string body, string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/messages", UriKind.Relative));
        request.Content = new ByteArrayContent(Bytes(body));
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ??= NewToken());
        using var response = await Scene.Http.SendAsync(request);
        var answer = new BotAnswer(response.StatusCode, await response.Content.ReadAsStringAsync());
        await Scene.DrainAsync();
        CheckChannel();
        return answer;
    }

    /// <summary>What the bot sent meets the channel's rules, and it logged no error.</summary>
    public void CheckChannel()
    {
        var wrong = Scene.Channel.TakeViolations().Where(found => !IsAccepted(found.Problem)).ToList();
        ThrowUnless(
            wrong.Count == 0,
            "what the bot sends meets the channel's rules and the lint: " + Kind(wrong.FirstOrDefault()?.Problem),
            () => string.Join('\n', wrong)
        );
    }

    /// <summary>The books balance, the logs hold neither error nor secret nor what people wrote, and the host stops.</summary>
    public async Task EndAsync()
    {
        try
        {
            await Scene.BooksBalance();
            await Scene.DisposeAsync();
        }
        catch (Xunit.Sdk.XunitException e)
        {
            throw new PropertyBrokenException("a round ends clean", e.Message, e);
        }
    }

    public async Task AbandonAsync()
    {
        try
        {
            await Scene.DisposeAsync();
        }
        catch (Xunit.Sdk.XunitException)
        {
            // It is known already that something is wrong here.
        }
    }

    private string NewToken() => Scene.Issuer.ChannelToken(Scene.Channel.ServiceUrl);

    /// <summary>UTF-8, but halves of surrogate pairs as they are, and the characters from U+F700 on as single bytes.</summary>
    internal static byte[] Bytes(string text)
    {
        using var bytes = new MemoryStream(text.Length + 16);
        Span<byte> utf8 = stackalloc byte[4];
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is >= '\uF700' and <= '\uF7FF')
            {
                bytes.WriteByte((byte)(text[i] - 0xF700));
            }
            else if (Rune.TryGetRuneAt(text, i, out var rune))
            {
                bytes.Write(utf8[..rune.EncodeToUtf8(utf8)]);
                i += rune.Utf16SequenceLength - 1;
            }
            else
            {
                bytes.Write([0xED, (byte)(0x80 | ((text[i] >> 6) & 0x3F)), (byte)(0x80 | (text[i] & 0x3F))]);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Pace, besides, is no matter of a scene in which no time passes.</summary>
    private static bool IsAccepted(string problem) =>
        OfTheInput.Contains(problem) || problem.Contains(" s to one conversation;", StringComparison.Ordinal);

    private static string Kind(string? problem) =>
        problem is null ? "" : Varying().Replace(problem[..Math.Min(120, problem.Length)], "…");

    [GeneratedRegex(@"\d+|'[^']*'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Varying();
}
