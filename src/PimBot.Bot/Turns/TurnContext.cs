using PimBot.Application.Work;
using PimBot.Bot.Notifications;
using PimBot.Channel.Cards;
using PimBot.Channel.Schema;
using PimBot.Channel.Turns;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Bot.Turns;

/// <summary>One turn of one known person: what came in, the unit of work that it runs in, and what is answered.</summary>
internal sealed class TurnContext(IPimUnitOfWork work, Turn turn, Person person, TimeZoneInfo zone)
{
    private readonly List<Reply> replies = [];

    public IPimUnitOfWork Work => work;

    public Turn Turn => turn;

    public Person Person => person;

    /// <summary>The person's own time zone.</summary>
    public TimeZoneInfo Zone => zone;

    public DateTimeOffset Now => work.Now;

    /// <summary>The id of the person on the channel.</summary>
    public string ChannelUserId => turn.Activity.From!.Id!;

    /// <summary>In the order in which they are sent. In a group they go to the person's own chat, unless they are for everybody.</summary>
    public IReadOnlyList<Reply> Replies => replies;

    /// <summary>Whether the person is answered by notices, too: in their own chat, wherever they spoke.</summary>
    public bool AnswersByNotice { get; private set; }

    /// <summary>The message that the clicked card belongs to, where the client says so.</summary>
    public string? ClickedMessage => turn.Activity.ReplyToId;

    public void Say(string text) => replies.Add(new Reply(Outgoing.Text(text)));

    /// <param name="card">Shown as a message of its own.</param>
    /// <param name="summary">What the notification says.</param>
    public void Show(AdaptiveCard card, string summary) => replies.Add(new Reply(Outgoing.Card(card, summary)));

    /// <summary>Shows what is nobody's in particular, where it was asked for: in a group, to everybody there.</summary>
    public void ShowHere(AdaptiveCard card, string summary) =>
        replies.Add(new Reply(Outgoing.Card(card, summary), IsForEverybody: true));

    /// <summary>Sends what a click that came as a message is answered with.</summary>
    public void Answer(Activity activity) => replies.Add(new Reply(activity));

    /// <summary>Shows a request's status card, which changes in place as the request goes on.</summary>
    public void Show(ActivationRequest request) => replies.Add(new Reply(Request: request));

    /// <summary>Asks for the decision of a request, by a card in the person's own chat that is settled like the others of it.</summary>
    public void Ask(RequestId request)
    {
        work.Tell(NoticeKind.ApprovalAsked, person.Id, request, turn.Key);
        AnswersByNotice = true;
    }

    /// <summary>One thing that is answered: an activity, or a request's status card.</summary>
    internal sealed record Reply(
        Activity? Activity = null,
        ActivationRequest? Request = null,
        bool IsForEverybody = false
    );
}
