using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using PimBot.Fuzzing.Engine;
using static PimBot.Fuzzing.Engine.PropertyBrokenException;

namespace PimBot.Fuzzing.Headers;

/// <summary>The endpoint's headers, against <see cref="TokenOracle"/>.</summary>
internal sealed class HeaderTarget : FuzzTarget, IAsyncDisposable
{
    private readonly DoorKeys keys = new();
    private readonly TokenOracle oracle;
    private int people;
    private Door? door;
    private Door? keyless;
    private readonly Dictionary<string, int> stricter = new(StringComparer.Ordinal);

    public HeaderTarget() => oracle = new TokenOracle(keys);

    /// <summary>How many were let in.</summary>
    public int Opened { get; private set; }

    public override string Name => "header";

    public override int InputsPerRound => 20_000;

    public override IReadOnlyList<string> Seeds { get; } =
    [
        .. new HeaderInput[]
        {
            new(),
            new() { ChannelId = "webchat" },
            new()
            {
                Key = "web",
                Header = """{"alg":"RS256","kid":"web"}""",
                ChannelId = "webchat",
            },
            new() { Key = "web", Header = """{"alg":"RS256","kid":"web"}""" },
            new() { Key = "bare", Header = """{"alg":"RS256","kid":"bare"}""" },
            new() { Key = "stranger", Header = """{"alg":"RS256","kid":"stranger"}""" },
            new() { Key = "impostor" },
            new() { Key = "hmac", Header = """{"alg":"HS256","kid":"good"}""" },
            new() { Key = "none", Header = """{"alg":"none"}""" },
            new() { Authorization = ["Bearer {t}", "Bearer {t}"] },
            new() { ServiceUrl = "https://SMBA.trafficmanager.net/emea" },
            new() { IsKeyless = true },
        }.Select(input => input.Write()),
    ];

    public override IEnumerable<string> Remarks =>
        [
            $"let in {Opened}; refused though the oracle, which is laxer, would let in: "
                + string.Join(", ", stricter.OrderByDescending(count => count.Value).Take(8)),
        ];

    public override string Mutate(string parent, Corpus corpus, Random random) =>
        HeaderMutator.Mutate(HeaderInput.Read(parent), HeaderInput.Read(corpus.Pick(random)), random).Write();

    public override async Task BeginRoundAsync()
    {
        door = await Door.StartAsync(keys);
        keyless = await Door.StartAsync(null);
    }

    public override async Task<string> RunAsync(string input)
    {
        var request = HeaderInput.Read(input);
        var token = request.Edits.Aggregate(
            keys.Sign(request.Header, request.Payload, request.Key),
            (text, edit) => edit.Apply(text)
        );
        string[] values =
        [
            .. request.Authorization.Select(value => value.Replace("{t}", token, StringComparison.Ordinal)),
        ];
        var asked = request.IsKeyless ? keyless! : door!;
        var answer = await asked.PostAsync(
            Body(request),
            headers =>
            {
                request.Others.ToList().ForEach(other => headers[other[0]] = other[1]);
                headers.Authorization = new StringValues(values);
            }
        );
        var (isTokenGood, isVouchedFor) = oracle.Judge(values, request.ChannelId, request.ServiceUrl);
        Check(request, answer, isTokenGood, isVouchedFor);
        Opened += answer.IsInside ? 1 : 0;
        var events = asked.Log.Take();
        if (isTokenGood && isVouchedFor && !answer.IsInside)
        {
            stricter[events] = stricter.GetValueOrDefault(events) + 1;
        }

        return $"{answer.Status} {answer.WasBodyRead} {answer.IsInside} {isTokenGood} {isVouchedFor} {events}";
    }

    public override async Task EndRoundAsync()
    {
        await door!.DisposeAsync();
        await keyless!.DisposeAsync();
    }

    public override Task AbandonRoundAsync() => EndRoundAsync();

    public async ValueTask DisposeAsync()
    {
        if (door is not null)
        {
            await EndRoundAsync();
        }
    }

    /// <summary>From somebody else each time, since one person may not come in as often as that.</summary>
    private string Body(HeaderInput request) =>
        JsonSerializer.Serialize(
            new
            {
                type = "message",
                id = "1",
                channelId = request.ChannelId,
                serviceUrl = request.ServiceUrl,
                text = "hello",
                from = new { id = "29:1", aadObjectId = $"person-{++people}" },
                recipient = new { id = "28:" + Door.AppId },
                conversation = new { id = "a:1", tenantId = Door.Tenant },
            }
        );

    private static void Check(HeaderInput request, DoorAnswer answer, bool isTokenGood, bool isVouchedFor)
    {
        string Seen() => $"{answer}; the oracle: token {isTokenGood}, activity {isVouchedFor}";
        ThrowUnless(
            answer.Status < 500 || (answer.Status == 503 && request.IsKeyless),
            "a header is answered below 500, or with 503 when keys are unavailable",
            Seen
        );
        ThrowUnless(
            !answer.IsInside || (isTokenGood && isVouchedFor && !request.IsKeyless),
            "only what the rules let in is let in",
            Seen
        );
        ThrowUnless(
            !answer.WasBodyRead || (isTokenGood && !request.IsKeyless),
            "a refused token leaves the body unread",
            Seen
        );
        ThrowUnless(answer.IsInside == (answer.Status == 200), "200 means that the bot was reached", Seen);
    }
}
