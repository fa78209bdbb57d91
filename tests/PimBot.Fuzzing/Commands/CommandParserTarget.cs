using System.Diagnostics;
using PimBot.Bot.Commands;
using PimBot.Fuzzing.Engine;
using PimBot.Fuzzing.Mutation;
using static PimBot.Fuzzing.Engine.PropertyBrokenException;

namespace PimBot.Fuzzing.Commands;

/// <summary>The readers of what people type, by themselves: commands, times, moments, durations.</summary>
internal sealed class CommandParserTarget : FuzzTarget
{
    private const int Longest = 20_000;

    /// <summary>What the five readings may take at worst on a busy machine; ordinary ones take a fraction of a millisecond.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(1);

    private static readonly TextContext Context = new(
        new DateTimeOffset(2026, 3, 28, 21, 0, 0, TimeSpan.Zero),
        TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm"),
        [
            new NamedRole("1", "Payments responder", ["Payments member"]),
            new NamedRole("2", "Helpdesk Administrator", ["Helpdesk admin", "Helpdesk"]),
            new NamedRole("3", "Owner", ["Subscription owner"]),
            new NamedRole("4", "Virtual Machine Contributor", ["VM Contributor", "VMC"]),
            new NamedRole("5", "Exchange Administrator", ["Exchange admin", "Exchange"]),
            new NamedRole("6", "Global Administrator", ["GA", "Global admin"]),
        ]
    );

    private (TimeSpan Time, string Text) slowest = (TimeSpan.Zero, "");

    public override string Name => "parser";

    public override int InputsPerRound => int.MaxValue;

    public override IReadOnlyList<string> Seeds => CommandGrammar.Seeds;

    public override IEnumerable<string> Remarks
    {
        get
        {
            var half = slowest.Text[..(Math.Min(slowest.Text.Length, TypedText.MaximumLength) / 2)];
            var ratio = Quickest(slowest.Text) / Math.Max(0.001, Quickest(half));
            yield return $"slowest reading {slowest.Time.TotalMilliseconds:F1} ms, {slowest.Text.Length} characters, "
                + $"{ratio:F1} times its half: {EscapedText.Of(slowest.Text[..Math.Min(120, slowest.Text.Length)])}";
        }
    }

    public override string Mutate(string parent, Corpus corpus, Random random) =>
        random.Next(20) switch
        {
            < 5 => CommandGrammar.Sentence(random),
            5 or 6 => Cut(parent + " " + corpus.Pick(random)),
            7 => Repeated(random.Once(2) ? parent : random.Of(CommandGrammar.Words), random),
            _ => TextMutator.Mutate(parent, CommandGrammar.Words, Longest, random),
        };

    public override Task BeginRoundAsync() => Task.CompletedTask;

    public override Task<string> RunAsync(string input)
    {
        var (signature, time) = Timed(input);
        if (time > Bound)
        {
            // Something else may have had the processor: only what is slow each time is slow.
            time = Enumerable.Range(0, 3).Min(_ => Timed(input).Time);
        }

        if (time > slowest.Time)
        {
            slowest = (Enumerable.Range(0, 3).Min(_ => Timed(input).Time), input);
        }

        ThrowUnless(
            time <= Bound,
            "a text is read in time",
            () => $"{time.TotalMilliseconds} ms for {input.Length} characters"
        );
        ThrowUnless(signature == Read(input), "a text is read alike each time", () => signature);
        return Task.FromResult(signature);
    }

    public override Task EndRoundAsync() => Task.CompletedTask;

    public override Task AbandonRoundAsync() => Task.CompletedTask;

    private static string Cut(string text) => text.Length > Longest ? text[..Longest] : text;

    private static string Repeated(string text, Random random)
    {
        var piece = text.Length == 0 ? "a" : text[..Math.Min(text.Length, random.Next(1, 40))];
        return string.Concat(Enumerable.Repeat(piece, random.Next(2, 4_000 / piece.Length + 3)));
    }

    private static double Quickest(string input) =>
        Enumerable.Range(0, 10).Min(_ => Timed(input).Time.TotalMilliseconds);

    private static (string Signature, TimeSpan Time) Timed(string input)
    {
        var watch = Stopwatch.StartNew();
        var signature = Read(input);
        return (signature, watch.Elapsed);
    }

    private static string Read(string input)
    {
        var command = CommandParser.Parse(input, Context);
        var time = TimeText.Parse(input, Context.Now, Context.Zone);
        var moment = MomentText.Parse(input, Context.Now, Context.Zone);
        var duration = DurationText.Parse(input);
        return $"{Shape(command)} {CommandParser.IsUnmistakable(input, Context)} | {Shape(time)} | {Shape(moment)} | {Shape(duration)}";
    }

    private static string Shape(Command command) =>
        command switch
        {
            ActivateCommand said =>
                $"activate {said.RoleText is null} {Shape(said.When)} {said.Justification is null} {said.Ticket is null}",
            ExtendCommand said =>
                $"extend {said.RoleText is null} {Shape(said.When)} {said.Justification is null} {said.Ticket is null}",
            EndCommand said => $"end {said.RoleText is null}",
            UnknownCommand unknown => "unknown " + Checked(unknown),
            _ => command.GetType().Name,
        };

    private static string Checked(UnknownCommand unknown)
    {
        ThrowUnless(
            unknown.Suggestions.Count is >= 1 and <= 3
                && unknown.Suggestions.All(name => CommandParser.Parse(name, Context) is not UnknownCommand),
            "what is suggested is understood",
            () => string.Join(", ", unknown.Suggestions)
        );
        ThrowUnless(
            unknown.Text.Length <= TypedText.MaximumLength && !unknown.Text.Any(char.IsControl),
            "what is said back is clean",
            () => EscapedText.Of(unknown.Text)
        );
        return string.Join(',', unknown.Suggestions);
    }

    private static string Shape(TimeAsked? time) =>
        time is null
            ? "-"
            : $"{time.Duration is null}{time.Start is null}{time.Until is null}{time.Notes.Count}{Plain(time.Fault)}";

    private static string Shape(MomentReading moment) =>
        moment is MomentReading.Refused refused ? Plain(refused.Fault) : "moment";

    private static string Shape(DurationReading duration) =>
        duration is DurationReading.Refused refused ? Plain(refused.Fault) : "duration";

    /// <summary>The fault without the times that it quotes.</summary>
    private static string Plain(string? fault) =>
        fault is null ? "" : new string([.. fault.Where(char.IsAsciiLetter).Take(30)]);
}
