using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using PimBot.Bot.Commands;
using PimBot.Bot.Wording;
using Xunit;

namespace PimBot.Bot.Tests.Commands;

public sealed class HostileTextTests
{
    private static readonly string[] Pieces =
    [
        "activate",
        "extend",
        "end",
        "cancel",
        "GA",
        "exchange",
        "admin",
        "for",
        "until",
        "from",
        "because",
        "reason:",
        "ticket",
        "#",
        "INC-1234",
        "12345",
        "2h",
        "1h30",
        "17:00",
        "5pm",
        "tomorrow",
        "monday",
        "29",
        "february",
        "in",
        "-",
        "−",
        "\"",
        "“",
        "'",
        ",",
        ";",
        ".",
        ":",
        "\n",
        "\t",
        "\0",
        "½",
        "²",
        "２",
        "\uD800",
        "\uDC00",
        "\uFFFF",
        "\u200B",
        "\u202E",
        "e\u0301",
        "\u0301",
        "🙂",
        "أ",
        "ԌА",
        "<at>",
        "</at>",
        "99999999999999999999",
        "0",
        "P1D",
        "PT",
        "2026-03-29",
        "T02:30",
        "9999-99-99",
        "24:00",
        "utc+14",
        "utc-99",
        "and",
        "a",
        "an",
        "half",
        "noon",
        "to",
        " ",
        " ",
        " ",
        " ",
        "**[x](http://y)**",
        "${x}",
        "{{DATE()}}",
        "Skype for",
        "of",
        "on",
        "the",
        "please",
    ];

    private static readonly Gen<string> AnyText = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
        ArbMap.Default.GeneratorFor<char[]>().Select(chars => new string(chars)),
        Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)),
        Gen.Elements(Pieces).ListOf().Select(pieces => string.Join(' ', pieces)),
        Gen.Elements(Pieces).ListOf().Select(pieces => "activate GA " + string.Join(' ', pieces))
    );

    private static void Holds(Func<string, bool> property) =>
        Prop.ForAll(AnyText.ToArbitrary(), property)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3_000).WithEndSize(60));

    [Fact]
    public void No_text_makes_the_parser_throw() => Holds(text => CommandParser.Parse(text, Typed.Context) is not null);

    [Fact]
    public void No_text_makes_a_duration_throw_or_break_its_bounds() =>
        Holds(text =>
            DurationText.Parse(text) is not DurationReading.Understood { Duration: var read }
            || (read > TimeSpan.Zero && read <= DurationText.Longest && read.Ticks % TimeSpan.TicksPerMinute == 0)
        );

    [Fact]
    public void No_text_makes_a_moment_throw_or_lie_in_the_past() =>
        Holds(text =>
            MomentText.Parse(text, Typed.Now, Typed.Stockholm) is not MomentReading.Understood { Moment: var read }
            || read >= Typed.Now
        );

    [Fact]
    public void No_text_makes_an_answer_about_time_contradict_itself() =>
        Holds(text =>
        {
            var asked = TimeText.Parse(text, Typed.Now, Typed.Stockholm);
            return asked.Fault is null
                ? asked.LengthFrom(Typed.Now) is null or { TotalMinutes: >= 1 }
                    && (asked.Duration is null || asked.Until is null)
                    && (asked.Start is null || asked.Start > Typed.Now)
                : (asked.Duration, asked.Start, asked.Until) == (null, null, null);
        });

    [Fact]
    public void No_text_makes_role_matching_throw() => Holds(text => RoleNames.Match(text, Typed.Roles) is not null);

    [Fact]
    public void Every_duration_that_is_said_is_read_back_exactly() =>
        Prop.ForAll(
                Gen.Choose(1, (int)DurationText.Longest.TotalMinutes).ToArbitrary(),
                minutes =>
                {
                    var duration = TimeSpan.FromMinutes(minutes);
                    return DurationText.Parse(Words.Duration(duration))
                            is DurationReading.Understood { Note: null } read
                        && read.Duration == duration;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Theory]
    [InlineData("Europe/Stockholm")]
    [InlineData("America/New_York")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Asia/Kathmandu")]
    [InlineData("UTC")]
    public void Every_future_moment_that_is_said_is_read_back_exactly(string id)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        var now = Typed.Now.AddSeconds(-30);
        Prop.ForAll(
                Gen.Choose(1, 5 * 366 * 1_440).ToArbitrary(),
                minutes =>
                {
                    var moment = now.AddMinutes(minutes);
                    return MomentText.Parse(Words.Moment(moment, now, zone), now, zone) is MomentReading.Understood read
                        && read.Moment == moment;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
    }

    [Theory]
    [InlineData("for ")]
    [InlineData("to ")]
    [InlineData("\" ")]
    [InlineData("“")]
    [InlineData(", 2h")]
    [InlineData("1h ")]
    [InlineData("because ")]
    [InlineData("ticket ")]
    [InlineData("until until, ")]
    [InlineData("exchange ")]
    [InlineData("a")]
    [InlineData("9")]
    [InlineData("please ")]
    [InlineData("<at>x</at>")]
    [InlineData("\u0301")]
    [InlineData("🙂")]
    [InlineData("Ex:")]
    public void The_longest_text_is_read_quickly(string piece)
    {
        var repeated = string.Concat(Enumerable.Repeat(piece, TypedText.MaximumLength));
        var text = ("activate " + repeated)[..TypedText.MaximumLength];
        Typed.Parse(text);
        var started = Stopwatch.GetTimestamp();
        Typed.Parse(text);
        Typed.Parse(repeated[..TypedText.MaximumLength]);
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 0, 500);
    }
}
