using System.Text.Json.Nodes;
using PimBot.Application.Audit;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;

namespace PimBot.Application.Tests.Audit;

public sealed class AuditLineTests
{
    private const string Hostile = "a\r\n\u001b[31m\u202Eb\"\\ <b> 👩‍💻 \uFFFD é";
    private const string Store = "0123456789abcdef0123456789abcdef";

    private static readonly AuditEntry Full = AuditChain.Link(
        7,
        new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero).AddMicroseconds(123456),
        new AuditEvent
        {
            Action = AuditAction.RequestDenied,
            Actor = new PersonId(Hostile),
            Subject = new PersonId("bob"),
            Group = new GroupId("g"),
            Access = new RoleScope(new RoleId("r"), new ScopeId("/")),
            Request = new RequestId(Guid.NewGuid()),
            Grant = new GrantId(Guid.NewGuid()),
            Reason = Hostile,
            Ticket = "INC-1",
            Detail = "",
            Source = "chat:msteams",
            Correlation = "turn",
        },
        AuditChain.Beginning
    );

    private static readonly AuditEntry Bare = AuditChain.Link(
        long.MaxValue,
        DateTimeOffset.MaxValue,
        new AuditEvent { Action = AuditAction.SetUp },
        Full.Hash
    );

    [Fact]
    public void An_entry_is_read_as_it_was_written()
    {
        Assert.Equal(new AuditLineReading(Full, Store, null, 7), AuditLine.Read(AuditLine.Write(Full, Store)));
        Assert.Equal(
            new AuditLineReading(Bare, null, null, long.MaxValue),
            AuditLine.Read(AuditLine.Write(Bare, null))
        );
        var placed = AuditChain.Link(
            8,
            Full.At,
            Full.Event with
            {
                Access = null,
                Scope = new ScopeId("/subscriptions/1"),
            },
            Full.Hash
        );
        Assert.Equal(placed, AuditLine.Read(AuditLine.Write(placed, Store)).Entry);
    }

    [Fact]
    public void A_line_is_one_line_in_which_nothing_is_alive()
    {
        var line = AuditLine.Write(Full, Store);
        Assert.DoesNotContain(line, c => char.IsControl(c) || c is '\u202E' or '<' or '>');
        Assert.Equal(Hostile, (string?)JsonNode.Parse(line)!["reason"]);
        Assert.Equal("2026-03-02T09:00:00.123456Z", (string?)JsonNode.Parse(line)!["at"]);
    }

    [Fact]
    public void The_order_of_fields_means_nothing()
    {
        var json = JsonNode.Parse(AuditLine.Write(Full, Store))!.AsObject();
        var turned = new JsonObject(json.Reverse().Select(f => KeyValuePair.Create(f.Key, f.Value?.DeepClone())));
        Assert.Equal(Full, AuditLine.Read(turned.ToJsonString()).Entry);
    }

    [Theory]
    [InlineData("sequence", "\"7\"")]
    [InlineData("sequence", "7.5")]
    [InlineData("sequence", "null")]
    [InlineData("at", "\"2026-03-02T09:00:00Z\"")]
    [InlineData("at", "null")]
    [InlineData("action", "\"15\"")]
    [InlineData("action", "\"requestdenied\"")]
    [InlineData("action", "\"SetUp, RequestDenied\"")]
    [InlineData("action", "null")]
    [InlineData("actor", "1")]
    [InlineData("scope", "null")]
    [InlineData("request", "\"x\"")]
    [InlineData("grant", "{\"a\":[1]}")]
    [InlineData("hash", "\"00\"")]
    [InlineData("previousHash", "null")]
    [InlineData("further", "1")]
    public void What_has_not_the_form_is_refused(string field, string value)
    {
        var json = JsonNode.Parse(AuditLine.Write(Full, Store))!;
        json[field] = JsonNode.Parse(value);
        var reading = AuditLine.Read(json.ToJsonString());
        Assert.Null(reading.Entry);
        Assert.NotNull(reading.Fault);
    }

    [Fact]
    public void A_field_that_is_missing_or_there_twice_is_refused()
    {
        var line = AuditLine.Write(Full, Store);
        foreach (var (field, _) in JsonNode.Parse(line)!.AsObject())
        {
            var lacking = JsonNode.Parse(line)!.AsObject();
            lacking.Remove(field);
            Assert.Equal($"lacks “{field}”", AuditLine.Read(lacking.ToJsonString()).Fault);
        }

        Assert.NotNull(AuditLine.Read(line[..^1] + ",\"ticket\":\"INC-1\"}").Fault);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("7")]
    public void What_is_no_object_is_refused(string line) => Assert.NotNull(AuditLine.Read(line).Fault);

    [Fact]
    public void What_is_no_text_or_more_than_one_object_is_refused()
    {
        var line = AuditLine.Write(Full, Store);
        Assert.NotNull(AuditLine.Read(line + line).Fault);
        var bytes = System.Text.Encoding.UTF8.GetBytes(line);
        bytes[line.IndexOf("INC-1", StringComparison.Ordinal)] = 0xFF;
        Assert.NotNull(AuditLine.Read(bytes).Fault);
    }
}
