using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PimBot.Testing;

/// <summary>
/// Behaves as Teams' connector does, on a real server at <c>127.0.0.1</c>, and records everything that the bot sends.
/// What Teams would refuse, or what must never be sent, it refuses with the matching error and keeps as a violation.
/// </summary>
public sealed class FakeChannel : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Chat> chats = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<ChannelViolation> violations = new();
    private readonly Lock gate = new();
    private readonly List<(ChannelFault Fault, Chat? Only, HttpMethod? Of)> faults = [];
    private readonly List<(ChannelFault Fault, Chat With)> openingFaults = [];
    private readonly WebApplication app;
    private long events;

    private FakeChannel(TimeProvider clock, BotIdentity bot)
    {
        (Clock, Bot, Pace) = (clock, bot, new ChannelPace(clock));
        Issuer = new FakeIssuer(clock, bot);
        OpenId = new FakeOpenIdProvider(clock, bot, () => Issuer.Address);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        Issuer.Map(app);
        OpenId.Map(app);
        new ConnectorRoutes(this).Map(app);
    }

    public BotIdentity Bot { get; }

    public FakeIssuer Issuer { get; }

    /// <summary>Where people sign in; on the same server, though it is no part of a channel.</summary>
    public FakeOpenIdProvider OpenId { get; }

    /// <summary>The root of the server.</summary>
    public Uri Address => Issuer.Address;

    /// <summary>Faults that come by chance, asked for each request that no planned fault takes; null: fine weather.</summary>
    public Func<ChannelFault?>? Weather { get; set; }

    /// <summary>What activities carry as <c>serviceUrl</c>.</summary>
    public string ServiceUrl => Address + "emea/";

    public IReadOnlyCollection<Chat> Chats => [.. chats.Values];

    /// <summary>What was refused, in order.</summary>
    public IReadOnlyList<ChannelViolation> Violations => [.. violations];

    /// <summary>How many messages, updates and deletions there were. Grows only.</summary>
    public long Events => Interlocked.Read(ref events);

    internal TimeProvider Clock { get; }

    internal ChannelPace Pace { get; }

    public static async Task<FakeChannel> StartAsync(TimeProvider clock, BotIdentity bot)
    {
        var channel = new FakeChannel(clock, bot);
        await channel.app.StartAsync();
        var server = channel.app.Services.GetRequiredService<IServer>();
        var address = server.Features.Get<IServerAddressesFeature>()!.Addresses.First();
        channel.Issuer.Address = new Uri(address + "/");
        return channel;
    }

    /// <summary>Makes a person known to the channel. The app is not installed for them yet.</summary>
    public Chat AddPerson(string aadObjectId, string name)
    {
        var chat = new Chat(aadObjectId, name, chats.Count + 1, Tick);
        return chats.TryAdd(chat.ConversationId, chat)
            ? chat
            : throw new InvalidOperationException($"{name} is known already.");
    }

    /// <summary>Makes a group chat or a channel known. The bot is not in it yet.</summary>
    /// <param name="name">How people call it.</param>
    /// <param name="conversationType"><c>groupChat</c> or <c>channel</c>.</param>
    public Chat AddGroup(string name, string conversationType)
    {
        var chat = Chat.OfGroup($"19:{Guid.NewGuid():N}@thread.tacv2", conversationType, name, Tick);
        return chats.TryAdd(chat.ConversationId, chat)
            ? chat
            : throw new InvalidOperationException($"{name} is known already.");
    }

    /// <summary>The next sends, updates and deletions fail so; counted per fault, in the order in which they were asked for.</summary>
    /// <param name="times">How many requests fail.</param>
    /// <param name="fault">How.</param>
    /// <param name="only">Only those to this chat; null for any.</param>
    /// <param name="of">Only sends (POST), updates (PUT) or deletions; null for any.</param>
    public void FailNext(int times, ChannelFault fault, Chat? only = null, HttpMethod? of = null)
    {
        lock (gate)
        {
            faults.AddRange(Enumerable.Repeat((fault, only, of), times));
        }
    }

    /// <summary>The next openings of 1:1 chats with this person fail so.</summary>
    public void FailNextOpening(int times, ChannelFault fault, Chat with)
    {
        lock (gate)
        {
            openingFaults.AddRange(Enumerable.Repeat((fault, with), times));
        }
    }

    /// <summary>Forgets the faults that are still to come.</summary>
    public void Recover()
    {
        lock (gate)
        {
            faults.Clear();
            openingFaults.Clear();
        }
    }

    /// <summary>Takes out the violations so far, for tests that provoke them.</summary>
    public IReadOnlyList<ChannelViolation> TakeViolations()
    {
        var taken = new List<ChannelViolation>();
        while (violations.TryDequeue(out var violation))
        {
            taken.Add(violation);
        }

        return taken;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    internal void Report(string where, string problem) => violations.Enqueue(new ChannelViolation(where, problem));

    /// <summary>A thread of a channel is found as the channel.</summary>
    internal Chat? Find(string conversationId) =>
        chats.GetValueOrDefault(conversationId.Split(";messageid=", StringSplitOptions.None)[0]);

    internal ChannelFault? TakeFault(Chat? chat, string method)
    {
        lock (gate)
        {
            var at = faults.FindIndex(planned =>
                (planned.Only is null || planned.Only == chat) && (planned.Of is null || planned.Of.Method == method)
            );
            if (at < 0)
            {
                return Weather?.Invoke();
            }

            var fault = faults[at].Fault;
            faults.RemoveAt(at);
            return fault;
        }
    }

    internal ChannelFault? TakeOpeningFault(Chat with)
    {
        lock (gate)
        {
            var at = openingFaults.FindIndex(planned => planned.With == with);
            if (at < 0)
            {
                return null;
            }

            var fault = openingFaults[at].Fault;
            openingFaults.RemoveAt(at);
            return fault;
        }
    }

    /// <summary>A new id of a message: growing digits, as Teams makes them from its clock.</summary>
    internal string NewMessageId() =>
        (1_772_438_400_000 + Tick()).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private long Tick() => Interlocked.Increment(ref events);
}
