using PimBot.Bot.Commands.Phrases;

namespace PimBot.Bot.Commands;

/// <summary>
/// Understands what somebody typed. Case, diacritics, politeness, punctuation, the bot's mention and small typos in a
/// command's words don't matter. In this order: a whole phrase; a whole role name, with clauses or without, which means
/// activating it; a phrase at the start; a role wanted ("I need …"); a phrase with typos.
/// </summary>
internal static class CommandParser
{
    /// <summary>
    /// Never throws for a string of any content; takes time linear in its length. An empty text, or nothing but a
    /// greeting, is a call for help. A text longer than <see cref="TypedText.MaximumLength"/> is not understood.
    /// </summary>
    public static Command Parse(string text, TextContext context)
    {
        var typed = Politeness.WithoutEnd(TypedText.Of(text));
        if (text.Length > TypedText.MaximumLength)
        {
            return Unknown(typed);
        }

        var first = 0;
        while (first < typed.Tokens.Count && Politeness.IsLeading(typed.Tokens[first]))
        {
            first++;
        }

        var phrase = PhraseMatch.Exact(typed, first);
        if (phrase is { IsWhole: true })
        {
            return phrase.Read(typed, context);
        }

        var request = typed.Tokens.Count == 0 ? null : RequestTextReader.Read(typed, first, context);
        var isRole = request is { NamesWholeRole: true } && StartsWithRole(typed, first, context);
        if (isRole && (phrase is null || IsOnlyRole(request!)))
        {
            return ActivatePhrases.Activation(request!);
        }

        return phrase?.Read(typed, context)
            ?? Wanted(typed, first, request, context)
            ?? PhraseMatch.WithTypos(typed, first)?.Read(typed, context)
            ?? (IsGreetingOnly(typed, first) ? new HelpCommand() : Unknown(typed));
    }

    /// <summary>
    /// Whether the text is a command in so many words, even where free words are expected: a phrase with nothing of
    /// substance after it, or a command's own name with one of the person's roles. "Status page is down", "end of month
    /// closing" and "Exchange migration" are none.
    /// </summary>
    public static bool IsUnmistakable(string text, TextContext context)
    {
        var typed = Politeness.WithoutEnd(TypedText.Of(text));
        var first = 0;
        while (first < typed.Tokens.Count && Politeness.IsLeading(typed.Tokens[first]))
        {
            first++;
        }

        return PhraseMatch.Exact(typed, first) is { } phrase
            ? phrase.IsAlone(typed) || (phrase.IsCommandName && NamesRole(phrase.Read(typed, context), context))
            : PhraseMatch.WithTypos(typed, first) is { IsWhole: true };
    }

    private static bool NamesRole(Command command, TextContext context) =>
        command switch
        {
            ActivateCommand { RoleText: { } role } => RoleNames.Match(role, context.Roles) is not RoleMatch.None,
            ExtendCommand { RoleText: { } role } => RoleNames.Match(role, context.Roles) is not RoleMatch.None,
            EndCommand { RoleText: { } role } => RoleNames.Match(role, context.Roles) is not RoleMatch.None,
            SettingsCommand { RoleText: { } role } => RoleNames.Match(role, context.Roles) is not RoleMatch.None,
            _ => false,
        };

    private static bool StartsWithRole(TypedText typed, int first, TextContext context) =>
        new RoleScanner(context.Roles).Scan(typed, first) is not null;

    private static bool IsOnlyRole(RequestAsked request) =>
        request is { When: null, Justification: null, Ticket: null };

    private static ActivateCommand? Wanted(TypedText typed, int first, RequestAsked? request, TextContext context)
    {
        var wants = typed.Tokens.Take(first).Any(Politeness.IsWanting);
        return
            wants
            && request is { RoleText: { } role }
            && RoleNames.Match(role, context.Roles) is RoleMatch.Exact or RoleMatch.Ambiguous
            ? ActivatePhrases.Activation(request)
            : null;
    }

    private static bool IsGreetingOnly(TypedText typed, int first) =>
        first == typed.Tokens.Count && (first == 0 || typed.Tokens.Any(Politeness.IsGreeting));

    private static UnknownCommand Unknown(TypedText typed) => new(typed.All(), CommandSuggestions.For(typed));
}
