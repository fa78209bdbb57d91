using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Fuzzing.Engine;
using PimBot.Fuzzing.Mutation;
using PimBot.Fuzzing.Scenes;
using PimBot.Scenarios.Access;
using PimBot.Testing;
using static PimBot.Fuzzing.Engine.PropertyBrokenException;

namespace PimBot.Fuzzing.CardData;

/// <summary>
/// Clicks with any data on a company where things are pending, active and being asked: Dan's request waits for Erin and
/// Frank, Alice's for her proof, Dan and Grace hold a role, and Dan was asked a question.
/// </summary>
internal sealed partial class CardDataTarget : FuzzTarget
{
    private const int Longest = 60 * 1024;

    private static readonly IReadOnlyList<string> Verbs =
    [
        "approval.approve",
        "approval.deny",
        "approval.show",
        "request.show",
        "request.cancel",
        "request.submit",
        "role.choose",
        "grant.end",
        "grant.extend",
        "dialog.answer",
        "dialog.cancel",
        "settings.show",
        "settings.edit",
        "settings.submit",
        "settings.save",
        "dashboard.holders",
        "wizard.open",
        "wizard.setup",
        "wizard.role",
        "wizard.review",
        "wizard.apply",
        "say",
        "approve",
        "APPROVAL.APPROVE",
        "approval.approve ",
        "",
    ];

    private static readonly IReadOnlyList<string> Words =
    [
        .. Verbs,
        "request",
        "grant",
        "role",
        "scope",
        "reason",
        "verb",
        "text",
        "dialog",
        "step",
        "value",
        "duration",
        "start",
        "justification",
        "ticket",
        "access",
        "section",
        "version",
        "form",
        "changes",
        "page",
        "approver",
        "person",
        "status",
        "state",
        "requester",
        "as",
        "aadObjectId",
        "~pending~",
        "~verifying~",
        "~grant~",
        "~held~",
        "~dialog~",
        "{~pending~}",
        "~PENDING~",
        "62e90394-69f5-4237-9190-012177145e10",
        "/",
        "payments-responders-member",
        "/groups/64000003-0000-4000-8000-000000000003",
        "729827e3-9c14-49f7-bb1b-9608f156bbb8",
        "60",
        "now",
        "INC-1234",
        "help",
        "cancel",
        "approvals",
        "activate helpdesk for 1h ticket INC-1",
        "end helpdesk",
        "f4a00000-0000-4000-8000-000000000006",
    ];

    private static readonly IReadOnlyList<string> Authorities =
    [
        "as",
        "by",
        "approver",
        "decider",
        "person",
        "personId",
        "user",
        "from",
        "aadObjectId",
        "requester",
        "isApprover",
        "status",
        "state",
    ];

    private static readonly IReadOnlyList<string> Claims =
    [
        "\"f4a00000-0000-4000-8000-000000000006\"",
        "\"e4140000-0000-4000-8000-000000000005\"",
        "{\"aadObjectId\":\"f4a00000-0000-4000-8000-000000000006\"}",
        "\"Frank Fischer\"",
        "true",
        "\"Granted\"",
    ];

    private readonly JsonMutator mutator = new(Words);
    private FuzzScene? stage;
    private Dictionary<string, string> ids = [];
    private IReadOnlyList<PersonId> involved = [];
    private Chat? group;
    private string before = "";

    public override string Name => "carddata";

    public override int InputsPerRound => 800;

    public override IReadOnlyList<string> Seeds { get; } =
    [
        .. new[]
        {
            ClickInput.Of("approval.approve", """{"request":"~pending~","reason":"it is needed"}"""),
            ClickInput.Of("approval.approve", """{"request":"~pending~","reason":"it is needed"}""", "Dan"),
            ClickInput.Of("approval.deny", """{"request":"~pending~","reason":"no"}"""),
            ClickInput.Of("approval.approve", """{"request":"~verifying~","reason":"no"}""", "Emergency access 1"),
            ClickInput.Of("approval.show", """{"request":"~pending~"}"""),
            ClickInput.Of("request.show", """{"request":"~pending~"}"""),
            ClickInput.Of("request.cancel", """{"request":"~pending~"}"""),
            ClickInput.Of("request.cancel", """{"request":"~verifying~"}"""),
            ClickInput.Of("grant.end", """{"grant":"~grant~"}"""),
            ClickInput.Of("grant.extend", """{"grant":"~held~"}"""),
            ClickInput.Of("role.choose", """{"role":"729827e3-9c14-49f7-bb1b-9608f156bbb8","scope":"/"}"""),
            ClickInput.Of(
                "request.submit",
                """{"role":"payments-responders-member","scope":"/groups/64000003-0000-4000-8000-000000000003","grant":"~held~","duration":"60","start":"now","justification":"x","ticket":"INC-1"}"""
            ),
            ClickInput.Of("dialog.answer", """{"dialog":"~dialog~","step":"when","value":"1h"}"""),
            ClickInput.Of("dialog.cancel", """{"dialog":"~dialog~"}"""),
            ClickInput.Of("say", """{"text":"approvals"}"""),
            ClickInput.Of("say", """{"text":"activate Payments responder for 1h because x"}"""),
        }
            .SelectMany(click => new[] { click, click with { IsSubmit = true }, click with { IsInGroup = true } })
            .Select(click => click.Write()),
    ];

    public override string Mutate(string parent, Corpus corpus, Random random)
    {
        var click = ClickInput.Read(parent);
        var other = ClickInput.Read(corpus.Pick(random));
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            click = random.Next(10) switch
            {
                0 => click with { Who = random.Of(Clickers.All) },
                1 => click with { Verb = random.Once(4) ? null : random.Of(Verbs) },
                2 => click with
                {
                    Trigger = random.Of(["\"manual\"", "\"automatic\"", "null", "1", "{}", "\"\"", "\"Manual\""]),
                },
                3 => click with { ReplyTo = random.Of([null, "", "~card~", "0", "~pending~", "../..", "a/b?c"]) },
                4 => click with { IsSubmit = !click.IsSubmit },
                5 => click with { IsInGroup = !click.IsInGroup },
                6 => click with { Data = Claim(click.Data, random) },
                _ => click with { Data = mutator.Mutate(click.Data, other.Data, Longest, random) },
            };
        }

        return Clickers.WithoutOwnRights(click).Write();
    }

    public override async Task BeginRoundAsync()
    {
        stage = await FuzzScene.StartAsync(Clickers.Installed);
        var scene = stage.Scene;
        await scene.Dan.Says(Contoso.AskForPayments);
        await scene.Alice.Says(Contoso.AskForGlobalAdministrator);
        await scene.Dan.Says(Contoso.AskForHelpdesk);
        await scene.Grace.Says(Contoso.AskForHelpdesk);
        await scene.Dan.Says("activate owner");
        group = scene.Channel.AddGroup("Operations", "groupChat");
        await scene.Person(Clickers.Outsider).In(group).AddsBot();
        ids = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["~pending~"] = await RequestAsync(scene.Dan, Contoso.Payments),
            ["~PENDING~"] = (await RequestAsync(scene.Dan, Contoso.Payments)).ToUpperInvariant(),
            ["~verifying~"] = await RequestAsync(scene.Alice, Contoso.GlobalAdministrator),
            ["~held~"] = await RequestAsync(scene.Dan, Contoso.Helpdesk),
            ["~grant~"] = await RequestAsync(scene.Grace, Contoso.Helpdesk),
            ["~dialog~"] = DialogId()
                .Match(string.Concat(scene.Dan.Messages.Select(message => message.Card?.ToJsonString())))
                .Groups["id"]
                .Value,
            ["~card~"] = scene.Frank.Messages[^1].Id,
        };
        ThrowUnless(ids.Values.All(id => id.Length > 0), "the round begins as planned", () => string.Join(' ', ids));
        string[] names = ["Alice", .. Clickers.All];
        involved = [.. names.Distinct().Select(name => new PersonId(scene.Person(name).Id))];
        before = await StateAsync();
    }

    public override async Task<string> RunAsync(string input)
    {
        var click = Clickers.WithoutOwnRights(ClickInput.Read(input));
        var who = stage!.Scene.Person(click.Who);
        var room = click.IsInGroup ? group! : who.Chat;
        var by = new ActivityOf(who.Chat.UserId, who.Name, who.Id, room.ConversationId, room.ConversationType);
        var answer = await stage.PostAsync(Real(Body(by, click)));
        var kind = Kind(click, answer);
        var after = await StateAsync();
        ThrowUnless(
            after == before,
            "nothing is decided, granted or ended",
            () => $"before: {before}\nafter: {after}\n{answer}"
        );
        return $"{(int)answer.Status} {click.Who == Clickers.Outsider} {kind} {stage.Log.Take()}";
    }

    public override Task EndRoundAsync() => stage!.EndAsync();

    public override Task AbandonRoundAsync() => stage!.AbandonAsync();

    /// <summary>The data says itself that it may: whoever believed it would decide.</summary>
    private static string Claim(string data, Random random)
    {
        var name = random.Of(Authorities);
        var claim = $"\"{name}\":{random.Of(Claims)}";
        return data.StartsWith('{') && data.Length > 2 && !data.Contains($"\"{name}\"", StringComparison.Ordinal)
            ? $"{{{claim},{data[1..]}"
            : data;
    }

    private static string Kind(ClickInput click, BotAnswer answer)
    {
        if ((int)answer.Status is 400 or 413)
        {
            return "malformed";
        }

        ThrowUnless((int)answer.Status == 200, "a click is answered with 200", answer.ToString);
        ThrowUnless(!click.IsSubmit || answer.Body.Length == 0, "a submit is answered by a message", answer.ToString);
        return click.IsSubmit ? "submitted" : AnswerShape.OfInvoke(answer);
    }

    private string Real(string text) =>
        ids.Aggregate(stage!.Real(text), (real, id) => real.Replace(id.Key, id.Value, StringComparison.Ordinal));

    /// <summary>An honest activity with the click written into it as text, so that any text can be its data.</summary>
    private static string Body(ActivityOf by, ClickInput click)
    {
        var activity = by.Make(click.IsSubmit ? "message" : "invoke");
        if (click.ReplyTo is { } message)
        {
            activity["replyToId"] = message;
        }

        activity["value"] = "~value~";
        if (!click.IsSubmit)
        {
            activity["name"] = "adaptiveCard/action";
        }

        var verb = click.Verb is { } named ? $"\"verb\":{JsonValue.Create(named).ToJsonString()}," : "";
        var trigger = click.Trigger is { } cause ? $",\"trigger\":{cause}" : "";
        var value = click.IsSubmit
            ? click.Data
            : $"{{\"action\":{{\"type\":\"Action.Execute\",{verb}\"data\":{click.Data}}}{trigger}}}";
        return activity.ToJsonString().Replace("\"~value~\"", value, StringComparison.Ordinal);
    }

    private async Task<string> RequestAsync(TestPerson person, RoleScope access)
    {
        var all = await stage!.Scene.Reads((work, stop) => work.Requests.OfAsync(new PersonId(person.Id), 10, stop));
        return all.First(request => request.Access == access).Id.Value.ToString("N", CultureInfo.InvariantCulture);
    }

    /// <summary>Every request and grant with its state and version, and the question that Dan was asked.</summary>
    private Task<string> StateAsync() =>
        stage!.Scene.Reads(
            async (work, stop) =>
            {
                var state = new List<string>();
                foreach (var person in involved)
                {
                    var requests = await work.Requests.OfAsync(person, 20, stop);
                    state.AddRange(requests.Select(request => $"{request.Id} {request.State} {request.Version}"));
                    var grants = await work.Grants.OpenOfAsync(person, stop);
                    state.AddRange(grants.Select(grant => $"{grant.Id} {grant.State} {grant.Version}"));
                }

                var dialogs = await work.Bot.ListAsync($"dialog/{stage.Scene.Dan.Id}/", stop);
                state.AddRange(dialogs.Select(dialog => dialog.Value));
                return string.Join('\n', state.Order(StringComparer.Ordinal));
            }
        );

    [GeneratedRegex("\"dialog\":\"(?<id>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DialogId();
}
