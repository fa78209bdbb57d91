using FsCheck;
using FsCheck.Fluent;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;

namespace PimBot.Domain.Tests.Audit;

public sealed class AuditChainTests
{
    private const int Length = 12;
    private static readonly IReadOnlyList<AuditEntry> Chain = Make();

    private static readonly Dictionary<string, Func<AuditEntry, AuditEntry>> Changes = new()
    {
        ["sequence"] = e => e with { Sequence = e.Sequence + 1 },
        ["at"] = e => e with { At = e.At.AddMicroseconds(1) },
        ["previous hash"] = e => e with { PreviousHash = AuditChain.Beginning.Replace('0', '1') },
        ["hash"] = e => e with { Hash = AuditChain.Beginning },
        ["action"] = On(e => e with { Action = AuditAction.RequestApproved }),
        ["actor"] = On(e => e with { Actor = new PersonId("mallory") }),
        ["actor absent"] = On(e => e with { Actor = null }),
        ["subject"] = On(e => e with { Subject = new PersonId("mallory") }),
        ["subject absent"] = On(e => e with { Subject = null }),
        ["role"] = On(e => e with { Access = e.Access!.Value with { Role = new RoleId("other") } }),
        ["scope"] = On(e => e with { Access = e.Access!.Value with { Scope = new ScopeId("/other") } }),
        ["role absent"] = On(e => e with { Access = null, Scope = e.Place }),
        ["access absent"] = On(e => e with { Access = null }),
        ["request"] = On(e => e with { Request = new RequestId(Guid.NewGuid()) }),
        ["request absent"] = On(e => e with { Request = null }),
        ["grant"] = On(e => e with { Grant = new GrantId(Guid.NewGuid()) }),
        ["grant absent"] = On(e => e with { Grant = null }),
        ["reason"] = On(e => e with { Reason = e.Reason + " " }),
        ["reason absent"] = On(e => e with { Reason = null }),
        ["ticket"] = On(e => e with { Ticket = "" }),
        ["ticket absent"] = On(e => e with { Ticket = null }),
        ["detail"] = On(e => e with { Detail = "other" }),
        ["detail absent"] = On(e => e with { Detail = null }),
        ["group"] = On(e => e with { Group = new GroupId("other") }),
        ["group absent"] = On(e => e with { Group = null }),
        ["source"] = On(e => e with { Source = "api:203.0.113.7" }),
        ["source absent"] = On(e => e with { Source = null }),
        ["correlation"] = On(e => e with { Correlation = e.Correlation + "1" }),
        ["correlation absent"] = On(e => e with { Correlation = null }),
        ["all of the newer fields absent"] = On(e => e with { Group = null, Source = null, Correlation = null }),
        // What one field loses another gains: only the frames tell these apart.
        ["reason into ticket"] = On(e => e with { Reason = e.Reason![..^1], Ticket = e.Reason[^1] + e.Ticket }),
        ["fields swapped"] = On(e => e with { Reason = e.Ticket, Ticket = e.Reason }),
        ["frame forged"] = On(e => e with { Reason = $"{e.Reason};{e.Ticket!.Length}:{e.Ticket}", Ticket = null }),
        ["absent as text"] = On(e => e with { Detail = "-;" }),
    };

    public static TheoryData<string> ChangeNames => [.. Changes.Keys];

    [Fact]
    public void An_untouched_chain_holds() => Assert.Null(Fault(Chain));

    [Fact]
    public void A_part_of_a_chain_holds_from_the_hash_before_it() =>
        Assert.Null(AuditChain.FirstFault(Chain.Skip(5), Chain[4].Hash, 6));

    [Theory]
    [MemberData(nameof(ChangeNames))]
    public void A_changed_field_is_found_where_it_is(string change)
    {
        var tampered = Chain.ToArray();
        tampered[4] = Changes[change](tampered[4]);
        Assert.NotEqual(Chain[4], tampered[4]);
        Assert.Equal(5, Fault(tampered));
    }

    [Theory]
    [MemberData(nameof(ChangeNames))]
    public void A_changed_entry_with_its_hash_made_anew_is_found_at_the_next(string change)
    {
        var tampered = Chain.ToArray();
        var changed = Changes[change](tampered[4]);
        tampered[4] = AuditChain.Link(changed.Sequence, changed.At, changed.Event, changed.PreviousHash);
        Assert.Equal(tampered[4] == Chain[4], Fault(tampered) is null);
    }

    [Fact]
    public void A_thousand_random_tamperings_are_found()
    {
        var tampered =
            from times in Gen.Choose(1, 3)
            from chain in Enumerable
                .Repeat(0, times)
                .Aggregate(Gen.Constant(Chain), (before, _) => before.SelectMany(entries => Tampering(entries)))
            select chain;
        Prop.ForAll(
                tampered.Where(chain => !Chain.Take(chain.Count).SequenceEqual(chain)).ToArbitrary(),
                chain => Assert.NotNull(Fault(chain))
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Fact]
    public void Time_is_kept_to_the_microsecond_in_UTC()
    {
        var local = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(1)).AddTicks(7);
        var entry = AuditChain.Link(1, local, Chain[0].Event, AuditChain.Beginning);
        Assert.Equal((Given.Now, TimeSpan.Zero), (entry.At, entry.At.Offset));
    }

    [Fact]
    public void The_frames_of_both_forms_are_as_documented()
    {
        var old = new AuditEvent
        {
            Action = AuditAction.ActivationRequested,
            Actor = new PersonId("alice"),
            Subject = new PersonId("bob"),
            Access = new RoleScope(new RoleId("role"), new ScopeId("/subscriptions/1")),
            Request = new RequestId(new Guid("3f2504e0-4f89-11d3-9a0c-0305e82c3301")),
            Reason = "Grüße",
            Detail = "group=g 1",
        };
        var at = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero).AddMicroseconds(123456);

        string HashOf(AuditEvent happened) => AuditChain.Hash(1, at, happened, AuditChain.Beginning);

        // Both were computed by another program.
        Assert.Equal("7583d84a047fd2d3c3d4dae9c99f6fc6e8abda45dee1613f77cad09efd8a6034", HashOf(old));
        Assert.Equal(
            "66253bb3da3e5ba9018ce56383e227105885e4e16e418871edaef0da993dced5",
            HashOf(old with { Group = new GroupId("g"), Source = "chat:msteams" })
        );
    }

    [Theory]
    [InlineData("chat:ms\r\nteams\u202e", "chat:ms teams")]
    [InlineData("", null)]
    public void An_origin_is_inert(string source, string? kept) =>
        Assert.Equal(kept, new AuditOrigin(source, null).Source);

    [Fact]
    public void An_origin_that_is_too_long_is_cut_or_hashed()
    {
        var origin = new AuditOrigin(new string('s', 300), new string('c', 101));
        Assert.Equal(AuditOrigin.LongestSource, origin.Source!.Length);
        Assert.Equal(64, origin.Correlation!.Length);
        Assert.NotEqual(origin.Correlation, new AuditOrigin(null, new string('d', 101)).Correlation);
    }

    private static Gen<IReadOnlyList<AuditEntry>> Tampering(IReadOnlyList<AuditEntry> chain) =>
        from kind in Gen.Choose(0, 3)
        from at in Gen.Choose(0, chain.Count - 1)
        from other in Gen.Choose(0, chain.Count - 1)
        from change in Gen.Elements(Changes.Values.AsEnumerable())
        select Tamper([.. chain], kind, at, other, change);

    private static IReadOnlyList<AuditEntry> Tamper(
        List<AuditEntry> chain,
        int kind,
        int at,
        int other,
        Func<AuditEntry, AuditEntry> change
    )
    {
        switch (kind)
        {
            case 0 when chain[at].Event is { Access: not null, Reason: not null and not "", Ticket: not null }:
                chain[at] = change(chain[at]);
                break;
            case 1 when chain.Count > 1:
                chain.RemoveAt(at);
                break;
            case 2:
                (chain[at], chain[other]) = (chain[other], chain[at]);
                break;
            default:
                chain.Insert(at, chain[other] with { Sequence = at + 1 });
                break;
        }

        return chain;
    }

    private static Func<AuditEntry, AuditEntry> On(Func<AuditEvent, AuditEvent> change) =>
        entry => entry with { Event = change(entry.Event) };

    private static long? Fault(IEnumerable<AuditEntry> chain) => AuditChain.FirstFault(chain, AuditChain.Beginning, 1);

    private static List<AuditEntry> Make()
    {
        var chain = new List<AuditEntry>();
        for (var number = 1; number <= Length; number++)
        {
            var happened = new AuditEvent
            {
                Action = AuditAction.ActivationRequested,
                Actor = new PersonId("alice"),
                Subject = new PersonId("alice"),
                Access = Given.Access,
                Request = new RequestId(Guid.NewGuid()),
                Grant = new GrantId(Guid.NewGuid()),
                Reason = $"reason {number}",
                Ticket = "INC-1234",
                Detail = "code",
                Group = new GroupId("group"),
                Source = "chat:msteams",
                Correlation = "turn",
            };
            chain.Add(
                AuditChain.Link(
                    number,
                    Given.Now.AddSeconds(number),
                    happened,
                    number == 1 ? AuditChain.Beginning : chain[^1].Hash
                )
            );
        }

        return chain;
    }
}
