using System.Text.Json;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;
using PimBot.Fuzzing.Engine;
using PimBot.Fuzzing.Mutation;
using PimBot.Fuzzing.Scenes;
using PimBot.Scenarios.Access;
using PimBot.Testing;
using static PimBot.Fuzzing.Engine.PropertyBrokenException;

namespace PimBot.Fuzzing.Activities;

/// <summary>
/// Bodies with a valid token, through the real host, in the name of somebody who may do nothing. An input that begins
/// with <c>#</c> has its content type in its first line.
/// </summary>
internal sealed class ActivityTarget : FuzzTarget
{
    private const int Longest = 400 * 1024;
    private const long MostBytesAnInput = 256 * 1024;

    private static readonly int[] Allowed = [200, 202, 400, 403, 413, 415, 429, 501];

    /// <summary>What may be audited when nobody had authority for anything.</summary>
    private static readonly AuditAction[] Harmless =
    [
        AuditAction.AlertIncidentOpened,
        AuditAction.TurnRefused,
        AuditAction.CancellationRefused,
        AuditAction.EndRefused,
        AuditAction.DirectoryLoaded,
        AuditAction.ActivationRefused,
        AuditAction.DecisionRefused,
        AuditAction.PersonUnreachable,
        AuditAction.NotificationFailed,
    ];

    private static readonly string[] ContentTypes =
    [
        "application/json",
        "application/json; charset=utf-16",
        "text/json",
        "application/vnd.api+json",
        "text/plain",
        "",
        "json",
    ];

    private readonly JsonMutator mutator = new(SampleActivities.Words);
    private IReadOnlyList<string> otherPeople = [];
    private FuzzScene? stage;
    private string group = "";
    private int number;
    private Queue<string>? sweep;

    public override string Name => "activity";

    public override int InputsPerRound => 1_500;

    public override IReadOnlyList<string> Seeds => SampleActivities.All;

    public override string Mutate(string parent, Corpus corpus, Random random)
    {
        sweep ??= new Queue<string>(Shuffled([.. Seeds.SelectMany(JsonMutator.WithEachWrongType)], random));
        if (random.Once(3) && sweep.TryDequeue(out var next))
        {
            return next;
        }

        var (body, _) = Split(parent);
        var mutated = mutator.Mutate(body, Split(corpus.Pick(random)).Body, Longest, random);
        return random.Once(60) ? $"#{random.Of(ContentTypes)}\n{mutated}" : mutated;
    }

    public override async Task BeginRoundAsync()
    {
        stage = await FuzzScene.StartAsync(Company.OutsiderName);
        var room = stage.Scene.Channel.AddGroup("Operations", "channel");
        await stage.Scene.Person(Company.OutsiderName).In(room).AddsBot();
        (group, number) = (room.ConversationId, 0);
        otherPeople = [.. stage.Scene.People.Select(person => person.Id).Where(id => id != Company.OutsiderId)];
        Assert.Equal(SampleActivities.ChatId, stage.Scene.Person(Company.OutsiderName).Chat.ConversationId);
    }

    public override async Task<string> RunAsync(string input)
    {
        var (template, type) = Split(input);
        number++;
        var body = stage!.Real(template).Replace("~group~", group, StringComparison.Ordinal);
        if (otherPeople.Any(id => body.Contains(id, StringComparison.OrdinalIgnoreCase)))
        {
            return "names somebody else";
        }

        var answer = await stage.PostAsync(body, type);
        ThrowUnless(
            Allowed.Contains((int)answer.Status),
            "an activity is answered with an agreed status",
            answer.ToString
        );
        return $"{(int)answer.Status} {Kind(body, answer)} {stage.Log.Take()}";
    }

    public override async Task EndRoundAsync()
    {
        var scene = stage!.Scene;
        var audited = await scene.Audit();
        var effect = audited.FirstOrDefault(entry => !Harmless.Contains(entry.Event.Action));
        ThrowUnless(effect is null, "nothing happens without authority", () => $"{effect!.Event}");
        foreach (var person in scene.People)
        {
            var requests = await scene.Reads((work, stop) => work.Requests.OfAsync(new PersonId(person.Id), 10, stop));
            ThrowUnless(requests.Count == 0, "there is no request", () => $"{person.Name} has {requests[0]}");
        }

        var size = new FileInfo(scene.DatabaseFile).Length;
        ThrowUnless(size < (number + 20) * MostBytesAnInput, "the store stays small", () => $"{size} bytes");
        await stage.EndAsync();
    }

    public override Task AbandonRoundAsync() => stage!.AbandonAsync();

    private static string[] Shuffled(string[] list, Random random)
    {
        random.Shuffle(list);
        return list;
    }

    private static (string Body, string Type) Split(string input)
    {
        var end = input.StartsWith('#') ? input.IndexOf('\n', StringComparison.Ordinal) : -1;
        return end < 0 ? (input, "application/json") : (input[(end + 1)..], input[1..end]);
    }

    /// <summary>Checks the body of the answer by what the activity asked for.</summary>
    private static string Kind(string body, BotAnswer answer)
    {
        if ((int)answer.Status != 200)
        {
            ThrowUnless(
                answer.Body.Length == 0 || (int)answer.Status is not (403 or 501),
                "a refusal has no body",
                answer.ToString
            );
            return "refused";
        }

        using var activity = JsonDocument.Parse(FuzzScene.Bytes(body), new JsonDocumentOptions { MaxDepth = 100 });
        var type = activity.RootElement.GetProperty("type").GetString();
        return type == "invoke" ? AnswerShape.OfInvoke(answer)
            : answer.Body.Length == 0 ? "taken"
            : AnswerShape.OfExpectedReplies(answer);
    }
}
