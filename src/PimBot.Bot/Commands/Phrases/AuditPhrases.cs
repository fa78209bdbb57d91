using PimBot.Domain.Audit;

namespace PimBot.Bot.Commands.Phrases;

/// <summary>What happened, who did it, who had what: questions to the audit.</summary>
internal static class AuditPhrases
{
    private static readonly AuditAction[] Activated = [AuditAction.AccessGranted, AuditAction.ActivationRequested];
    private static readonly AuditAction[] Approved =
    [
        AuditAction.RequestApproved,
        AuditAction.AssignmentRequestApproved,
    ];
    private static readonly AuditAction[] Denied = [AuditAction.RequestDenied, AuditAction.AssignmentRequestDenied];

    public static IEnumerable<CommandPhrase> All { get; } =
    [
        .. Show(
            new AuditAsked(),
            "audit",
            "audit log",
            "audit trail",
            "the audit",
            "show audit",
            "show the audit",
            "show audit log",
            "what happened",
            "who did what"
        ),
        .. Show(new AuditAsked { IsOwn = true }, "my audit", "my audit log", "my history", "what did i do"),
        .. CommandPhrase.Of(PhraseTail.Read, ByWhom, "what did", "what has", "what was done by"),
        .. Show(new AuditAsked { Actions = Activated }, "who activated", "who has activated", "who requested"),
        .. Show(new AuditAsked { Actions = Approved }, "who approved", "who has approved"),
        .. Show(new AuditAsked { Actions = Denied }, "who denied", "who rejected", "who refused"),
        .. Show(new AuditAsked { Actions = [AuditAction.AssignmentAdded] }, "who assigned", "who gave", "who granted"),
        .. Show(
            new AuditAsked { Actions = [AuditAction.AssignmentRemoved, AuditAction.AssignmentEnded] },
            "who removed",
            "who lost"
        ),
        .. Show(
            new AuditAsked { Actions = [AuditAction.PolicyChanged] },
            "who changed settings",
            "who changed the settings",
            "who changed settings of",
            "who changed the settings of",
            "who changed"
        ),
        .. Show(
            new AuditAsked { Actions = [AuditAction.AccessElevated, AuditAction.ElevationEnded] },
            "who elevated",
            "who was elevated"
        ),
        .. CommandPhrase.Of(
            PhraseTail.Read,
            static tail => new HoldingsCommand(AuditTextReader.Read(tail, new AuditAsked())),
            "who had",
            "who has had",
            "who held",
            "who has held",
            "who used to have",
            "who was"
        ),
        .. CommandPhrase.Of(
            PhraseTail.Read,
            static tail => new HoldingsCommand(AuditTextReader.Read(tail, new AuditAsked { WithEligible = true })),
            "who was eligible for",
            "who could activate",
            "who had or could activate"
        ),
        .. CommandPhrase.Of(
            PhraseTail.Read,
            static tail => new ExportAuditCommand(AuditTextReader.Read(tail, new AuditAsked(), isExport: true)),
            "export audit",
            "export the audit",
            "audit export",
            "export audit log",
            "download audit",
            "download the audit"
        ),
        .. CommandPhrase.Of(
            PhraseTail.Read,
            static tail => new ExportAuditCommand(
                AuditTextReader.Read(tail, new AuditAsked { IsOwn = true }, isExport: true)
            ),
            "export my audit",
            "download my audit"
        ),
    ];

    private static IEnumerable<CommandPhrase> Show(AuditAsked start, params string[] phrases) =>
        CommandPhrase.Of(PhraseTail.Read, tail => new AuditCommand(AuditTextReader.Read(tail, start)), phrases);

    /// <summary>"what did Bob do yesterday": the first name is whoever did it.</summary>
    private static AuditCommand ByWhom(CommandTail tail)
    {
        var asked = AuditTextReader.Read(tail, new AuditAsked());
        return new AuditCommand(
            asked is { ActorText: null, Parts: [var who, ..] }
                ? asked with
                {
                    ActorText = who.Text,
                    Parts = [.. asked.Parts.Skip(1)],
                }
                : asked
        );
    }
}
