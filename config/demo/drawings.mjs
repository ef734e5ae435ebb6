/**
 * The demo shop's product pictures: each kind is drawn once and coloured by the variant.
 * All shapes live on a board of 800 × 1000; the thing stands or lies around the point (400, 560).
 */

/** Mixes a colour with black (amount < 0) or white (amount > 0). */
export function shade(hex, amount) {
  const target = amount < 0 ? 0 : 255;
  const mixed = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16);
    return Math.round(channel + (target - channel) * Math.abs(amount))
      .toString(16)
      .padStart(2, '0');
  });
  return `#${mixed.join('')}`;
}

const shadow = (cx, cy, rx, ry = rx / 7) =>
  `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="#1d2926" opacity=".13"/>`;
const path = (d, fill, extra = '') => `<path d="${d}" fill="${fill}" ${extra}/>`;
const line = (d, stroke, width = 6, extra = '') =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${extra}/>`;
const ellipse = (cx, cy, rx, ry, fill) => `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="${fill}"/>`;
const rect = (x, y, w, h, rx, fill) => `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${rx}" fill="${fill}"/>`;
const speckles = (c, points) =>
  points.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="3.5" fill="${shade(c, -0.3)}" opacity=".55"/>`).join('');

const leaf = (x, y, angle, size, fill) =>
  `<path transform="translate(${x} ${y}) rotate(${angle}) scale(${size})" d="M0 0c-26-30-26-74 0-110 26 36 26 80 0 110z" fill="${fill}"/>`;

export const KINDS = {
  mug: (c) =>
    shadow(390, 720, 190) +
    line('M540 500c110-20 130 150 -6 160', c, 40) +
    path('M230 430h320v210c0 56-40 84-90 84H320c-50 0-90-28-90-84z', c) +
    path('M230 600h320v40c0 56-40 84-90 84H320c-50 0-90-28-90-84z', shade(c, 0.55)) +
    ellipse(390, 430, 160, 34, shade(c, -0.18)) +
    ellipse(390, 434, 140, 25, '#5b3a28') +
    speckles(c, [
      [280, 500],
      [330, 560],
      [420, 520],
      [500, 480],
      [470, 580],
      [290, 570],
      [370, 490],
    ]),
  cup: (c) =>
    shadow(400, 690, 150) +
    path('M270 460h260l-24 190c-4 30-30 44-60 44h-92c-30 0-56-14-60-44z', c) +
    ellipse(400, 460, 130, 28, shade(c, -0.18)) +
    ellipse(400, 463, 112, 20, '#6b4630') +
    line('M290 560h220', shade(c, 0.5), 10) +
    speckles(c, [
      [320, 520],
      [370, 610],
      [440, 530],
      [470, 620],
    ]),
  plate: (c) =>
    shadow(400, 640, 290, 40) +
    ellipse(400, 570, 290, 120, shade(c, -0.12)) +
    ellipse(400, 556, 290, 118, c) +
    ellipse(400, 556, 200, 78, shade(c, -0.07)) +
    ellipse(400, 552, 196, 74, shade(c, 0.18)) +
    speckles(c, [
      [180, 560],
      [240, 500],
      [560, 500],
      [620, 580],
      [400, 460],
      [330, 660],
      [500, 652],
    ]),
  bowl: (c) =>
    shadow(400, 720, 170) +
    path('M170 480h460c0 140-90 236-170 240H340c-80-4-170-100-170-240z', c) +
    path('M196 560h408c-30 96-90 158-144 160H340c-54-2-114-64-144-160z', shade(c, 0.4)) +
    ellipse(400, 480, 230, 56, shade(c, -0.2)) +
    ellipse(400, 488, 206, 44, shade(c, 0.12)) +
    speckles(c, [
      [240, 530],
      [300, 520],
      [420, 540],
      [520, 530],
      [570, 510],
    ]),
  teapot: (c) =>
    shadow(400, 720, 210) +
    line('M580 500c90-40 70-130 120-150', c, 42) +
    line('M226 470c-110-10-110 170 14 170', c, 30) +
    path('M220 560c0-110 80-170 180-170s180 60 180 170c0 96-70 160-120 160H340c-50 0-120-64-120-160z', c) +
    ellipse(400, 404, 100, 22, shade(c, -0.15)) +
    path('M310 396c10-44 50-60 90-60s80 16 90 60z', shade(c, 0.14)) +
    `<circle cx="400" cy="326" r="20" fill="${shade(c, -0.25)}"/>` +
    speckles(c, [
      [300, 520],
      [360, 600],
      [450, 560],
      [500, 500],
      [430, 660],
    ]),
  carafe: (c) =>
    shadow(400, 770, 120) +
    path(
      'M350 260h100v130c60 50 96 110 96 210 0 120-56 170-146 170s-146-50-146-170c0-100 36-160 96-210z',
      c,
      'opacity=".55"',
    ) +
    path(
      'M262 560h276c4 20 8 24 8 40 0 120-56 170-146 170s-146-50-146-170c0-16 4-20 8-40z',
      shade(c, -0.15),
      'opacity=".6"',
    ) +
    rect(344, 226, 112, 60, 10, '#b98a5a') +
    line('M300 520c-14 30-18 60-16 110', '#ffffff', 9, 'opacity=".7"'),
  board: () =>
    shadow(400, 740, 220) +
    `<g transform="rotate(-6 400 520)">` +
    rect(250, 300, 300, 430, 46, '#b98a5a') +
    rect(370, 190, 60, 140, 28, '#b98a5a') +
    `<circle cx="400" cy="222" r="13" fill="#efe3cf"/>` +
    line(
      'M300 340v350M350 310c20 120-10 250 6 400M440 320c-20 130 16 230 0 390M500 350c10 120-14 200 0 330',
      '#a2733f',
      4,
      'opacity=".6"',
    ) +
    '</g>',
  spoons: () =>
    shadow(400, 800, 150) +
    `<g transform="rotate(-14 400 560)"><ellipse cx="330" cy="330" rx="56" ry="86" fill="#b98a5a"/>${rect(317, 400, 26, 390, 13, '#b98a5a')}<ellipse cx="330" cy="330" rx="34" ry="60" fill="#a2733f" opacity=".5"/></g>` +
    `<g transform="rotate(10 400 560)"><path d="M420 250h100v150c0 30-26 44-50 44s-50-14-50-44z" fill="#8f6237"/>${rect(457, 430, 26, 360, 13, '#8f6237')}${rect(440, 280, 12, 110, 6, '#efe3cf')}${rect(488, 280, 12, 110, 6, '#efe3cf')}</g>`,
  cloth: (c) =>
    shadow(400, 760, 230) +
    path('M200 330h400v420H200z', c) +
    path('M200 330h400l-40 60H240z', shade(c, 0.18)) +
    path('M200 540h400v210H200z', shade(c, -0.06)) +
    line('M230 420h340M230 450h340M230 700h340M230 670h340', shade(c, -0.28), 5, 'opacity=".8"') +
    path('M200 540h400v10H200z', shade(c, -0.2)),
  throw: (c) =>
    shadow(400, 780, 250) +
    path('M190 300c80-40 340-40 420 0v420c-60 20-360 20-420 0z', c) +
    path('M190 300c80-40 340-40 420 0v60c-80 36-340 36-420 0z', shade(c, 0.14)) +
    line('M250 380v330M320 396v334M400 400v336M480 396v334M550 380v330', shade(c, -0.16), 5, 'opacity=".7"') +
    line(
      'M200 726v50M232 730v50M264 734v50M296 736v50M328 738v50M360 738v50M392 739v50M424 739v50M456 738v50M488 736v50M520 734v50M552 731v50M586 727v50',
      shade(c, -0.1),
      6,
    ),
  cushion: (c) =>
    shadow(400, 760, 230) +
    path('M180 320c60 26 380 26 440 0-24 80-24 340 0 420-60-24-380-24-440 0 24-80 24-340 0-420z', c) +
    path('M210 352c60 18 320 18 380 0-14 70-14 284 0 354-60-16-320-16-380 0 14-70 14-284 0-354z', shade(c, 0.1)) +
    line('M290 420l220 220M510 420L290 640M400 380v300M250 530h300', shade(c, -0.18), 5, 'opacity=".75"'),
  vase: (c) =>
    shadow(400, 800, 120) +
    line('M398 470c-8-90-46-150-96-200M402 470c0-110 6-180 56-250M396 470c-30-60-90-86-140-96', '#3c5a4b', 7) +
    leaf(300, 276, -40, 0.9, '#4f7560') +
    leaf(352, 360, -50, 0.7, '#5f8a70') +
    leaf(458, 226, 20, 1, '#4f7560') +
    leaf(424, 340, 46, 0.75, '#5f8a70') +
    leaf(258, 378, -70, 0.8, '#4f7560') +
    path('M350 460h100c4 40 70 90 70 190 0 96-56 150-120 150s-120-54-120-150c0-100 66-150 70-190z', c) +
    ellipse(400, 460, 50, 12, shade(c, -0.3)) +
    path('M292 610h216c8 20 12 28 12 40 0 96-56 150-120 150s-120-54-120-150c0-12 4-20 12-40z', shade(c, -0.1)) +
    speckles(c, [
      [350, 560],
      [420, 580],
      [470, 560],
      [330, 590],
    ]),
  pot: (c) =>
    shadow(400, 790, 160) +
    leaf(400, 470, 0, 2, '#4f7560') +
    leaf(372, 480, -32, 1.8, '#5f8a70') +
    leaf(428, 480, 32, 1.8, '#5f8a70') +
    leaf(350, 500, -64, 1.4, '#4f7560') +
    leaf(450, 500, 64, 1.4, '#4f7560') +
    path('M250 520h300l-40 240c-4 20-18 30-40 30H330c-22 0-36-10-40-30z', c) +
    rect(236, 490, 328, 62, 14, shade(c, 0.12)) +
    path('M262 590h276l-6 36H268z', shade(c, -0.12), 'opacity=".6"'),
  candle: (c) =>
    shadow(400, 740, 160) +
    path('M260 430h280v250c0 40-30 60-70 60H330c-40 0-70-20-70-60z', c) +
    ellipse(400, 430, 140, 30, shade(c, -0.15)) +
    ellipse(400, 434, 122, 22, '#f7ecd6') +
    line('M400 434v-44', '#4a3a2c', 6) +
    path('M400 300c34 40 34 84 0 94-34-10-34-54 0-94z', '#e8a24c') +
    path('M400 340c16 20 16 42 0 50-16-8-16-30 0-50z', '#f8dc9a') +
    rect(320, 530, 160, 110, 6, '#fffdfa') +
    line('M346 570h108M360 600h80', shade(c, -0.3), 5),
  lamp: (c) =>
    shadow(400, 800, 150) +
    path('M290 250h220l90 230H200z', '#f3e4c4') +
    path('M290 250h220l90 230H200z', c, 'opacity=".35"') +
    ellipse(400, 480, 200, 30, shade(c, 0.4)) +
    rect(388, 490, 24, 220, 10, '#8f6237') +
    path('M310 760c0-40 40-60 90-60s90 20 90 60v40H310z', c) +
    ellipse(400, 800, 90, 14, shade(c, -0.2)),
  basket: (c) =>
    shadow(400, 760, 220) +
    line('M270 440c0-150 260-150 260 0', shade(c, -0.15), 22) +
    path('M190 440h420l-40 290c-4 22-20 34-44 34H274c-24 0-40-12-44-34z', c) +
    line('M196 490h408M202 540h396M208 590h384M216 640h368M222 690h356', shade(c, -0.22), 7) +
    line('M280 446l20 310M350 446l10 314M450 446l-10 314M520 446l-20 310', shade(c, 0.2), 7, 'opacity=".8"') +
    rect(182, 424, 436, 34, 17, shade(c, -0.12)),
  towel: (c) =>
    shadow(400, 740, 240) +
    [0, 1, 2].map((i) => rect(190 + i * 10, 610 - i * 110, 420 - i * 20, 106, 50, shade(c, i * 0.16 - 0.08))).join('') +
    [0, 1, 2]
      .map((i) => line(`M${240 + i * 10} ${663 - i * 110}h${320 - i * 20}`, shade(c, -0.25), 5, 'opacity=".5"'))
      .join(''),
  bedding: (c) =>
    shadow(400, 760, 270) +
    rect(170, 560, 460, 180, 40, c) +
    line('M190 620h420M190 680h420', shade(c, -0.16), 6, 'opacity=".7"') +
    path('M190 430c10-60 190-50 210 0 6 60-10 110 0 130-60 16-180 10-210-10-14-30-10-90 0-120z', shade(c, 0.35)) +
    path('M410 430c10-60 190-50 200 0 10 40 10 100 0 126-50 18-150 16-200 4-8-40-8-90 0-130z', shade(c, 0.25)) +
    line('M230 450c20 30 20 60 0 90M570 450c-20 30-20 60 0 90', shade(c, -0.1), 5, 'opacity=".7"'),
  soap: (c) =>
    shadow(400, 660, 220) +
    rect(210, 450, 380, 200, 60, c) +
    rect(240, 470, 320, 130, 46, shade(c, 0.2)) +
    line('M320 535h160M350 560h100', shade(c, -0.25), 6) +
    line('M470 470c30-60 60-60 70-110M470 470c-10-60 10-90-10-130', '#4f7560', 6) +
    leaf(540, 366, 26, 0.7, '#5f8a70') +
    leaf(460, 346, -12, 0.7, '#4f7560'),
  tee: (c) =>
    path('M300 270c30 40 170 40 200 0l110 60 70 150-96 44-34-60v336H250V464l-34 60-96-44 70-150z', c) +
    path('M300 270c30 40 170 40 200 0l-14-8c-36 26-136 26-172 0z', shade(c, -0.2)) +
    line('M250 464v336M550 464v336', shade(c, -0.12), 4, 'opacity=".8"') +
    line('M330 520c20 30 20 170 0 240M480 560c-16 40-10 120 4 180', shade(c, -0.1), 5, 'opacity=".6"'),
  beanie: (c) =>
    shadow(400, 730, 200) +
    `<circle cx="400" cy="300" r="46" fill="${shade(c, 0.3)}"/>` +
    path('M210 620c0-190 80-300 190-300s190 110 190 300z', c) +
    line(
      'M270 600c4-120 40-210 90-260M345 600c4-110 20-190 44-270M455 600c-4-110-20-190-44-270M530 600c-4-120-40-210-90-260',
      shade(c, -0.16),
      6,
      'opacity=".7"',
    ) +
    rect(196, 590, 408, 130, 34, shade(c, 0.14)) +
    line(
      'M240 600v110M290 600v110M340 600v110M390 600v110M440 600v110M490 600v110M540 600v110',
      shade(c, -0.1),
      7,
      'opacity=".6"',
    ),
  socks: (c) => {
    const sock = (x, tone) =>
      `<g transform="translate(${x} 0)">` +
      path('M290 280h130v270c0 40 20 50 60 90s30 120-40 120c-40 0-90-40-120-80-26-36-30-70-30-120z', tone) +
      rect(282, 262, 146, 70, 18, shade(tone, 0.35)) +
      path('M372 556c40 0 70 30 100 66 36 44 34 138-32 138-30 0-60-20-88-46 50-30 60-110 20-158z', shade(tone, 0.35)) +
      '</g>';
    return shadow(420, 780, 240) + sock(90, shade(c, -0.14)) + sock(-40, c);
  },
  apron: (c) =>
    line('M300 300c0-120 200-120 200 0', shade(c, -0.2), 14) +
    path('M310 290h180v120c50 20 90 40 110 70v290c-60 24-340 24-400 0V480c20-30 60-50 110-70z', c) +
    line('M200 500c-40 20-70 60-90 110M600 500c40 20 70 60 90 110', shade(c, -0.2), 12) +
    rect(290, 540, 220, 140, 10, shade(c, 0.12)) +
    line('M400 540v140M290 566h220', shade(c, -0.15), 5),
  tote: (c) =>
    shadow(400, 780, 210) +
    line('M300 440c0-220 200-220 200 0', shade(c, -0.3), 22) +
    path('M220 420h360l26 350c-60 14-352 14-412 0z', c) +
    line('M232 460h336', shade(c, -0.15), 6) +
    `<circle cx="400" cy="610" r="62" fill="none" stroke="#1f3d36" stroke-width="6"/>` +
    line('M356 626c14-12 30-12 44 0s30 12 44 0M400 614v-40', '#1f3d36', 6),
  scarf: (c) =>
    shadow(400, 800, 170) +
    path('M250 330c40-70 260-70 300 0 20 60-40 110-150 110s-170-50-150-110z', c) +
    path('M290 350c40-30 180-30 220 0 4 30-40 50-110 50s-114-20-110-50z', shade(c, -0.25)) +
    path('M330 420l120 10 10 350H330z', shade(c, 0.1)) +
    line('M332 560h126M331 590h128M331 700h128M331 730h128', shade(c, -0.3), 9, 'opacity=".7"') +
    line('M340 780v40M366 780v40M392 780v40M418 780v40M446 780v40', shade(c, 0.05), 7),
  notebook: (c) =>
    shadow(420, 770, 210) +
    rect(246, 286, 340, 470, 14, '#fffdfa') +
    rect(230, 276, 340, 470, 14, c) +
    rect(230, 276, 50, 470, 14, shade(c, -0.18)) +
    rect(340, 370, 170, 90, 6, '#fffdfa') +
    line('M366 402h118M366 430h80', shade(c, -0.2), 5) +
    line('M540 276v470', shade(c, -0.4), 8),
  cards: (c) =>
    shadow(400, 740, 240) +
    `<g transform="rotate(-8 400 540)">${rect(200, 380, 400, 290, 8, shade(c, 0.2))}${line('M200 384l200 160 200-160', shade(c, -0.15), 6)}</g>` +
    `<g transform="rotate(7 400 540)">${rect(250, 350, 300, 380, 8, '#fffdfa')}</g>` +
    `<g transform="translate(60 40)">${leaf(380, 560, -30, 1.3, c)}${leaf(400, 560, 10, 1.6, shade(c, -0.2))}${leaf(420, 560, 46, 1.2, c)}${line('M400 560v70', '#3c5a4b', 6)}</g>`,
  pencils: (c) =>
    shadow(400, 790, 170) +
    [-1, 0, 1]
      .map(
        (i) =>
          `<g transform="rotate(${i * 11} 400 900) translate(${i * 56} 0)">` +
          rect(374, 330, 52, 460, 6, shade(c, i * 0.2)) +
          path('M374 336l26-86 26 86z', '#e7cfa4') +
          path('M391 280l9-30 9 30z', '#1d2926') +
          rect(374, 740, 52, 22, 0, '#d9cdb8') +
          '</g>',
      )
      .join(''),
  diffuser: (c) =>
    shadow(400, 780, 120) +
    line('M400 480L320 220M400 480l-24-270M400 480l30-270M400 480l86-250', '#b98a5a', 8) +
    path('M360 470h80v50c50 10 80 40 80 90v120c0 30-20 50-50 50H330c-30 0-50-20-50-50V610c0-50 30-80 80-90z', c) +
    rect(352, 452, 96, 30, 8, '#8f6237') +
    rect(320, 600, 160, 110, 6, '#fffdfa') +
    line('M350 640h100M366 670h68', shade(c, -0.35), 5),
  blanketBox: (c) =>
    shadow(400, 770, 230) +
    rect(190, 470, 420, 300, 16, '#b98a5a') +
    rect(176, 430, 448, 70, 14, '#a2733f') +
    line('M400 430v340M176 465h448', c, 26) +
    path('M400 430c-90-10-130-110-60-120 46-6 60 70 60 120 0-50 14-126 60-120 70 10 30 110-60 120z', c),
  napkins: (c) =>
    shadow(400, 745, 250) +
    [0, 1, 2, 3]
      .map(
        (i) =>
          `<g transform="rotate(${i * 12 - 20} 400 720)">` +
          path('M250 400h250l60 60v240H250z', shade(c, i * 0.07 - 0.12)) +
          path('M500 400l60 60h-60z', shade(c, -0.24)) +
          line('M272 425h206M272 676h264', shade(c, -0.26), 4, 'opacity=".7"') +
          '</g>',
      )
      .join('') +
    rect(330, 610, 190, 44, 20, '#b98a5a'),
  mat: (c) =>
    path('M150 690l110-300h280l110 300z', shade(c, -0.3), 'transform="translate(0 16)"') +
    path('M150 690l110-300h280l110 300z', c) +
    [0, 1, 2, 3, 4, 5, 6]
      .map((i) => {
        const y = 425 + i * 38;
        const half = 152 + (y - 390) * 0.365;
        return line(`M${400 - half} ${y}h${half * 2}`, shade(c, -0.17), 11, 'opacity=".75"');
      })
      .join('') +
    line(
      'M160 690v26M200 690v26M240 690v26M280 690v26M320 690v26M360 690v26M400 690v26M440 690v26M480 690v26M520 690v26M560 690v26M600 690v26M640 690v26',
      shade(c, -0.1),
      7,
    ),
  pillows: (c) =>
    shadow(400, 735, 270) +
    path('M180 400c70-30 300-30 380 6 24 70 20 160-4 240-90 34-300 30-376 0-26-80-26-170 0-246z', shade(c, -0.14)) +
    path('M240 470c70-30 300-30 380 6 24 70 20 160-4 240-90 34-300 30-376 0-26-80-26-170 0-246z', c) +
    path('M262 494c64-22 270-22 336 4 18 60 16 140-2 200-80 26-266 24-332 0-20-66-20-140-2-204z', shade(c, 0.14)) +
    line('M590 486v214', shade(c, -0.2), 5, 'opacity=".7"'),
  blanket: (c) =>
    shadow(400, 745, 260) +
    [0, 1, 2].map((i) => rect(170, 620 - i * 92, 460, 104, 34, shade(c, i * 0.1 - 0.1))).join('') +
    Array.from({ length: 14 }, (_, x) =>
      [0, 1, 2, 3, 4, 5, 6, 7].map((y) => rect(190 + x * 31, 450 + y * 33, 19, 19, 4, shade(c, -0.13))).join(''),
    ).join(''),
  lantern: (c) =>
    shadow(400, 775, 170) +
    line('M330 300c0-110 140-110 140 0', shade(c, -0.3), 14) +
    path('M290 360l60-70h100l60 70z', c) +
    rect(280, 355, 240, 34, 8, shade(c, -0.2)) +
    rect(300, 389, 200, 320, 4, '#f5ead0') +
    path('M400 500c44 56 44 116 0 130-44-14-44-74 0-130z', '#e8a24c') +
    path('M400 550c20 28 20 66 0 76-20-10-20-48 0-76z', '#f8dc9a') +
    rect(372, 630, 56, 79, 6, '#fffdfa') +
    line('M300 389v320M500 389v320M400 389v90', c, 14) +
    path('M270 705h260l20 66H250z', c),
  trug: (c) =>
    shadow(400, 735, 270) +
    line('M400 350c-110 0-150 120-150 250M400 350c110 0 150 120 150 250', shade(c, -0.3), 24) +
    path('M130 520h540c-20 130-90 200-180 206H310c-90-6-160-76-180-206z', c) +
    line('M146 570h508M168 620h464M206 670h388', shade(c, -0.2), 8) +
    rect(120, 500, 560, 36, 18, shade(c, -0.14)) +
    leaf(300, 510, -24, 0.8, '#4f7560') +
    leaf(350, 505, 6, 1, '#5f8a70') +
    leaf(500, 508, 24, 0.9, '#4f7560'),
  set: (c) =>
    shadow(400, 770, 300) +
    ellipse(400, 740, 300, 60, '#a2733f') +
    ellipse(400, 726, 300, 58, '#b98a5a') +
    `<g transform="translate(70 180) scale(.72)">${KINDS.teapot(c)}</g>` +
    `<g transform="translate(-14 420) scale(.44)">${KINDS.mug(c)}</g>` +
    `<g transform="translate(400 434) scale(.44)">${KINDS.mug(c)}</g>`,
};

/** Height of the middle of each drawing on its board; the others lie around 560. */
const MIDDLES = {
  board: 465,
  spoons: 520,
  vase: 500,
  lamp: 525,
  tee: 535,
  diffuser: 490,
  carafe: 500,
  apron: 500,
  pencils: 520,
  teapot: 540,
  plate: 560,
  soap: 500,
  socks: 520,
  beanie: 500,
  pot: 530,
  tote: 510,
  candle: 530,
  lantern: 510,
  trug: 540,
  set: 590,
  mat: 560,
  napkins: 565,
  pillows: 560,
  blanket: 600,
  bowl: 590,
  cup: 570,
  mug: 570,
};
/** Small things are drawn larger, so that all fill their frames alike. */
const SIZES = {
  cup: 1.5,
  mug: 1.35,
  soap: 1.3,
  candle: 1.25,
  bowl: 1.2,
  plate: 1.15,
  carafe: 1.15,
  notebook: 1.15,
  cards: 1.15,
};
const WOVEN = new Set(
  'cloth napkins throw blanket cushion towel mat bedding pillows tee beanie socks apron tote scarf'.split(' '),
);

/** Relative brightness, 0 to 1. */
function brightness(hex) {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

/** Deeper grounds of the same hues, by the light ones. */
const DEEP = {
  '#efe6d8': '#b59a78',
  '#e6e9e0': '#8d9f8a',
  '#f0e3dc': '#b98d7b',
  '#e3e8e8': '#86a0a6',
  '#ece7e1': '#a3907c',
};

/** A ground that the thing stands out from: light goods stand before a deeper one. */
export function groundFor(colour, ground) {
  return brightness(colour) > 0.66 ? DEEP[ground] : ground;
}

/** The whole picture: wall and table in the light of a window, the thing with its weave and its shaded side. @param {string} kind one of KINDS @param {string} colour hex @param {string} ground background, hex */
export function draw(kind, colour, ground) {
  const size = SIZES[kind] ?? 1.05;
  const place = `translate(400 500) scale(${size}) translate(-400 ${-(MIDDLES[kind] ?? 560)})`;
  const stop = (offset, tone, opacity) => `<stop offset="${offset}" stop-color="${tone}" stop-opacity="${opacity}"/>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 1000" width="800" height="1000">` +
    '<defs>' +
    `<radialGradient id="w" cx=".28" cy=".22" r=".95">${stop(0, '#fff', 0.5)}${stop(0.55, '#fff', 0)}${stop(1, '#1d2926', 0.16)}</radialGradient>` +
    `<linearGradient id="t" x2="0" y2="1">${stop(0, '#1d2926', 0.14)}${stop(0.25, '#1d2926', 0.04)}${stop(1, '#fff', 0.12)}</linearGradient>` +
    `<linearGradient id="l" x2="1" y2=".35">${stop(0, '#fff', 0.34)}${stop(0.42, '#fff', 0)}${stop(0.6, '#10201c', 0)}${stop(1, '#10201c', 0.36)}</linearGradient>` +
    `<pattern id="p" width="7" height="7" patternUnits="userSpaceOnUse"><path d="M0 1.5h7M1.5 0v7" stroke="#10201c" stroke-opacity=".13" stroke-width="1.4"/></pattern>` +
    `<g id="s" transform="${place}">${KINDS[kind](colour)}</g>` +
    `<mask id="m" style="mask-type:alpha"><use href="#s"/></mask>` +
    '</defs>' +
    `<rect width="800" height="1000" fill="${ground}"/>` +
    `<rect width="800" height="1000" fill="url(#w)"/>` +
    `<rect y="640" width="800" height="360" fill="url(#t)"/>` +
    '<use href="#s"/>' +
    `<g mask="url(#m)">${WOVEN.has(kind) ? '<rect width="800" height="1000" fill="url(#p)"/>' : ''}<rect width="800" height="1000" fill="url(#l)"/></g>` +
    `</svg>\n`
  );
}
