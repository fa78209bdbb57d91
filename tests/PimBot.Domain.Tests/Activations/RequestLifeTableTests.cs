using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;
using PimBot.Domain.Policies;

namespace PimBot.Domain.Tests.Activations;

/// <summary>Every state × every command. A word is the next state, a word in brackets the refusal, - nothing, ! impossible.</summary>
public sealed class RequestLifeTableTests
{
    private const string Table = """
        state                    verify                     approve                deny                   cancel             advance              provisioned  revoked  failed
        AwaitingVerification     PendingProvisioning        (NotAwaitingApproval)  (NotAwaitingApproval)  Canceled           TimedOut             !            !        Failed
        PendingApproval          (NotAwaitingVerification)  PendingProvisioning    Denied                 Canceled           TimedOut             !            !        Failed
        Granted                  (NotAwaitingVerification)  (NotAwaitingApproval)  (NotAwaitingApproval)  Canceled           PendingProvisioning  !            !        Failed
        PendingProvisioning      (NotAwaitingVerification)  (NotAwaitingApproval)  (NotAwaitingApproval)  Canceled           -                    Provisioned  !        Failed
        Provisioned              (NotAwaitingVerification)  (NotAwaitingApproval)  (NotAwaitingApproval)  (NothingToCancel)  -                    !            Revoked  !
        PendingScheduleCreation  (NotAwaitingVerification)  (NotAwaitingApproval)  (NotAwaitingApproval)  (NothingToCancel)  -                    !            !        !
        PendingAdminDecision     (NotAwaitingVerification)  (NotAwaitingApproval)  (NotAwaitingApproval)  (NothingToCancel)  -                    !            !        !
        ScheduleCreated          (NotAwaitingVerification)  (NotAwaitingApproval)  (NotAwaitingApproval)  (NothingToCancel)  -                    !            !        !
        Denied                   (NotAwaitingVerification)  (NotAwaitingApproval)  (NotAwaitingApproval)  (NothingToCancel)  -                    !            !        !
        Canceled                 (NotAwaitingVerification)  (NotAwaitingApproval)  (NotAwaitingApproval)  (NothingToCancel)  -                    !            !        !
        Failed                   (NotAwaitingVerification)  (NotAwaitingApproval)  (NotAwaitingApproval)  (NothingToCancel)  -                    !            !        !
        Revoked                  (NotAwaitingVerification)  (NotAwaitingApproval)  (NotAwaitingApproval)  (NothingToCancel)  -                    !            !        !
        TimedOut                 (NotAwaitingVerification)  (NotAwaitingApproval)  (NotAwaitingApproval)  (NothingToCancel)  -                    !            !        !
        """;

    private static readonly DateTimeOffset Soon = Given.Now.AddMinutes(1);
    private static readonly DateTimeOffset MuchLater = Given.Now.AddDays(30);

    private static readonly Dictionary<string, Func<ActivationRequest, ActivationFacts, object?>> Commands = new()
    {
        ["verify"] = (request, facts) => Of(RequestLife.Verify(request, new VerificationProof(Soon, "test"), facts)),
        ["approve"] = (request, facts) => Of(RequestLife.Decide(request, Word(Verdict.Approve), facts)),
        ["deny"] = (request, facts) => Of(RequestLife.Decide(request, Word(Verdict.Deny), facts)),
        ["cancel"] = (request, _) => Of(RequestLife.Cancel(request, Given.Alice.Id, isAdministrator: false, Soon)),
        ["advance"] = (request, facts) => RequestLife.Advance(request, facts with { Now = MuchLater }),
        ["provisioned"] = (request, _) => RequestLife.Provisioned(request, new GrantId(request.Id.Value)),
        ["revoked"] = (request, _) => RequestLife.Revoked(request, Soon, Given.Alice.Id),
        ["failed"] = (request, _) => RequestLife.Failed(request, Soon, ReasonCode.TargetRefused),
    };

    public static TheoryData<RequestState, string, string> Cells { get; } = [.. Read()];

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_state_allows_only_what_the_table_says(RequestState state, string command, string expected)
    {
        var request = Given.Request(state) with { Ask = Given.Facts().Ask with { Start = Soon } };
        Assert.Equal(expected, Outcome(() => Commands[command](request, Given.Facts() with { Now = Soon })));
    }

    [Fact]
    public void The_table_has_every_state_and_every_command() =>
        Assert.Equal(Enum.GetValues<RequestState>().Length * Commands.Count, Cells.Count);

    private static string Outcome(Func<object?> command)
    {
        try
        {
            return command() switch
            {
                null => "-",
                Refusal refusal => $"({refusal.Code})",
                ActivationRequest next => next.State.ToString(),
                var other => throw new InvalidOperationException($"{other}"),
            };
        }
        catch (InvalidOperationException)
        {
            return "!";
        }
    }

    private static object Of(Decision<ActivationRequest> decision) =>
        decision.IsAllowed ? decision.Value : decision.Refusal;

    private static ApprovalDecision Word(Verdict verdict) => new(Given.Bob.Id, Soon, verdict, "because");

    private static IEnumerable<TheoryDataRow<RequestState, string, string>> Read()
    {
        var rows = Table
            .Split('\n')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .ToList();
        return rows.Skip(1)
            .SelectMany(row =>
                row.Skip(1)
                    .Select(
                        (cell, column) =>
                            new TheoryDataRow<RequestState, string, string>(
                                Enum.Parse<RequestState>(row[0]),
                                rows[0][column + 1],
                                cell
                            )
                    )
            );
    }
}
