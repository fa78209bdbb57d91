using System.Text;

namespace PimBot.Channel.Tests.Connector;

/// <summary>Service URLs as somebody writes them who wants the bot's token: allowed ones and look-alikes, changed by chance.</summary>
internal sealed class ServiceUrlMutations(int seed)
{
    private static readonly string[] Seeds =
    [
        "https://smba.trafficmanager.net/emea/",
        "https://smba.trafficmanager.net/teams",
        "https://smba.trafficmanager.net:443/amer/",
        "https://smba.infra.gcc.teams.microsoft.com/teams",
        "https://bots.contoso.example/",
        "https://evil.trafficmanager.net/emea/",
        "https://smba.trafficmanager.net.evil.example/",
        "https://smba.trafficmanager.net@evil.example/",
        "https://evil.example/smba.trafficmanager.net/",
        "http://127.0.0.1:3978/",
        "https://169.254.169.254/latest/meta-data/",
        "https://[::1]/",
        "https://localhost/",
    ];

    /// <summary>Put in anywhere.</summary>
    // csharpier-ignore
    private static readonly string[] Pieces =
    [
        "@", ":", "/", "\\", "//", "?", "#", ".", "..", "%", "%2e", "%2f", "%40", "%00", "%0d%0a", "%5c", "\t", "\r\n",
        " ", "\0", "\u00a0", "\u200b", "\u3002", "\uff0e", "\uff0f", "\uff20", "\u0430", "\u0131", "\u017f", "\u212a", "\u00ad",
        "\u202e", "\u2024", "xn--", "-", "_", "*", "[", "]", ";", "&", "=", "evil.example", ".evil.example", "@evil.example",
        "user:word@", ":8443", ":80", ":0443", ":443", ":", "127.0.0.1", "0x7f.1", "2130706433", "[::ffff:7f00:1]", "localhost",
        "smba.trafficmanager.net", "https://", "http://", "ftp://", "file://", "javascript:", "data:", "\ud83d\ude00", "\ud800",
    ];

    /// <summary>Whole hosts put in the place of another.</summary>
    // csharpier-ignore
    private static readonly string[] Hosts =
    [
        "smba.trafficmanager.net.", "SMBA.TRAFFICMANAGER.NET", "smba.trafficmanager.net:443", "xsmba.trafficmanager.net",
        "smba-trafficmanager.net", "smba.trafficmanager.net.evil.example", "trafficmanager.net", "evil.trafficmanager.net",
        "smba\u3002trafficmanager\u3002net", "\uff53mba.trafficmanager.net", "smb\u0430.trafficmanager.net", "smba.traff\u0131cmanager.net",
        "%73mba.trafficmanager.net", "smba%2etrafficmanager.net", "smba.trafficmanager.net%2eevil.example", "smba.trafficmanager.net%00.evil.example",
        "smba.trafficmanager.net#.evil.example", "smba.trafficmanager.net\\.evil.example", "evil.example:smba.trafficmanager.net",
        "bots.contoso.example.", "sub.bots.contoso.example", "bots.contoso.example@evil.example", "10.0.0.1", "0177.0.0.1", "0x7f000001",
        "[fe80::1%25eth0]", "[::ffff:169.254.169.254]", "169.254.169.254", "localhost", "LOCALHOST.", "evil.example", "",
    ];

    private readonly Random random = new(seed);

    public string Next()
    {
        var url = new StringBuilder(Any(Seeds));
        for (var changes = random.Next(0, 4); changes > 0; changes--)
        {
            Change(url);
        }

        return url.ToString();
    }

    private void Change(StringBuilder url)
    {
        switch (random.Next(9))
        {
            case 0:
            case 1:
                url.Insert(random.Next(url.Length + 1), Any(Pieces));
                break;
            case 2:
                ReplaceHost(url, Any(Hosts));
                break;
            case 3:
                ReplaceHost(url, Any(Hosts) + Any(Pieces) + Any(Hosts));
                break;
            case 4:
                InHost(url, at => url.Insert(at, Any(Pieces)));
                break;
            case 5:
                InHost(
                    url,
                    at =>
                        url[at] = char.IsUpper(url[at])
                            ? char.ToLowerInvariant(url[at])
                            : char.ToUpperInvariant(url[at])
                );
                break;
            case 6:
                InHost(url, at => url[at] = (char)random.Next(0x20, 0x7f));
                break;
            case 7:
                InHost(url, at => url.Remove(at, 1));
                break;
            default:
                InHost(url, at => Escape(url, at));
                break;
        }
    }

    private static void Escape(StringBuilder url, int at)
    {
        var escaped = $"%{(int)url[at] & 0xff:x2}";
        url.Remove(at, 1).Insert(at, escaped);
    }

    private void InHost(StringBuilder url, Action<int> change)
    {
        var (start, end) = Host(url.ToString());
        if (end > start)
        {
            change(random.Next(start, end));
        }
    }

    private static void ReplaceHost(StringBuilder url, string host)
    {
        var (start, end) = Host(url.ToString());
        url.Remove(start, end - start).Insert(start, host);
    }

    private static (int Start, int End) Host(string url)
    {
        var scheme = url.IndexOf("//", StringComparison.Ordinal);
        var start = scheme < 0 ? 0 : scheme + 2;
        var end = url.IndexOf('/', start);
        return (start, end < 0 ? url.Length : end);
    }

    private string Any(string[] texts) => texts[random.Next(texts.Length)];
}
