using PimBot.Fuzzing.Mutation;

namespace PimBot.Fuzzing.Commands;

/// <summary>Sentences that people say to the bot, whole, broken and mixed.</summary>
internal static class CommandGrammar
{
    private static readonly IReadOnlyList<string> Starts =
    [
        "activate",
        "elevate me to",
        "please activate",
        "i need",
        "request access to",
        "give me",
        "can you turn on",
        "end",
        "deactivate",
        "stop",
        "extend",
        "prolong",
        "cancel",
        "abort",
        "help",
        "hi",
        "my roles",
        "roles",
        "my requests",
        "status",
        "approvals",
        "approve",
        "what can you do",
        "who am i",
        "<at>PimBot</at> activate",
        "aktivate",
        "",
        "hello, could you please activate",
    ];

    private static readonly IReadOnlyList<string> Roles =
    [
        "Payments responder",
        "payments",
        "Helpdesk Administrator",
        "helpdesk",
        "helpdesk admin",
        "Owner",
        "owner of Contoso Production",
        "VM contributor",
        "Virtual Machine Contributor at experiments",
        "exchange",
        "Exchange Administrator",
        "Global Administrator",
        "GA",
        "paymets responder",
        "administrator",
        "the owner role on contoso production subscription",
        "\"Payments responder\"",
        "2",
    ];

    private static readonly IReadOnlyList<string> Times =
    [
        "for 2h",
        "for 90 minutes",
        "for 1h30",
        "1.5 hours",
        "PT1H45M",
        "for half an hour",
        "until 17:00",
        "until 5pm tomorrow",
        "for 0h",
        "for -3 hours",
        "for 999999999999 years",
        "for 1e9h",
        "from tomorrow 9:00 until 11:00",
        "starting monday 08:30 for 1h",
        "at 02:30",
        "on 29 March 2026 at 02:30",
        "2026-10-25 02:30",
        "now",
        "in 2 hours",
        "from 31 February",
        "until yesterday",
        "for 1h 1h 1h",
        "at 25:61",
        "for 4 h starting in 5 min",
        "until the end of the day",
        "next week",
        "+14:00",
        "9:00",
        "at 9 utc+99:99",
    ];

    private static readonly IReadOnlyList<string> Reasons =
    [
        "because refunds are stuck",
        "because mailbox migration",
        "to fix the printer",
        "reason: on call",
        "since it broke",
        "because",
        "- refunds",
        "because because because",
        "for the audit",
        "because [zqx](https://evil.example)",
        "because <at>zqx</at>",
        "because {{DATE(2020-01-01T00:00:00Z,SHORT)}}",
        "because **zqx** `zqx`",
        "because ![zqx](https://evil.example/x.png)",
        "because ${zqx}",
    ];

    private static readonly IReadOnlyList<string> Tickets =
    [
        "ticket INC-1234",
        "(INC0012345)",
        "#42",
        "ticket: CHG 7",
        "ticket [INC-1](https://evil.example)",
        "ticket",
        "REQ0012345",
        "INC-1 INC-2",
    ];

    private static readonly IReadOnlyList<string> Answers =
    [
        "yes",
        "no",
        "1",
        "2",
        "cancel",
        "2h",
        "1 hour",
        "because refunds are stuck",
        "INC-1234",
        "now",
        "tomorrow at 9:00",
        "helpdesk",
        "owner",
        "payments responder",
        "help",
        "skip",
        "end helpdesk",
        "extend helpdesk for 1h",
        "30 minutes",
    ];

    /// <summary>For mutations.</summary>
    public static IReadOnlyList<string> Words { get; } =
    [
        .. Starts,
        .. Roles,
        .. Times,
        .. Reasons,
        .. Tickets,
        .. Answers,
        " ",
        ",",
        ".",
        ";",
        "\n",
        " and ",
        " or ",
        "“",
        "”",
        "'",
        "(",
        ")",
        "-",
        "–",
        ":",
        "/",
        "0",
        "9",
        "00",
        "h",
        "m",
        "pm",
        "a.m.",
    ];

    public static IReadOnlyList<string> Seeds { get; } =
    [
        "activate Payments responder for 2h because refunds are stuck",
        "activate Helpdesk Administrator for 2h ticket INC-1234",
        "activate owner",
        "1 hour",
        "because the deployment hangs",
        "cancel",
        "activate exchange tomorrow",
        "end helpdesk",
        "extend helpdesk for 1h because it takes longer ticket INC-1234",
        "my roles",
        "my requests",
        "status",
        "approvals",
        "help",
        "hello",
        "activate vm contributor from tomorrow 9:00 until 11:00 because patching",
        "i need payments until 17:00 please",
        "activate",
        "zqx",
        .. HostileText.Fragments,
    ];

    public static string Sentence(Random random)
    {
        if (random.Once(3))
        {
            return random.Of(Answers);
        }

        var parts = new List<string> { random.Of(Starts), random.Of(Roles) };
        for (var i = random.Next(4); i > 0; i--)
        {
            parts.Add(random.Of(random.Of([Times, Reasons, Tickets])));
        }

        return string.Join(' ', parts);
    }
}
